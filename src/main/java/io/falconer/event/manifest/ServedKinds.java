package io.falconer.event.manifest;

import io.falconer.text.Diagnostic;
import io.falconer.yaml.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The kinds of the API groups in which pods and their workloads are, and of their neighbours. */
final class ServedKinds {
    private static final Map<String, List<String>> KINDS = Map.of(
            "v1",
                    List.of(
                            "Binding",
                            "ComponentStatus",
                            "ConfigMap",
                            "Endpoints",
                            "Event",
                            "LimitRange",
                            "Namespace",
                            "Node",
                            "PersistentVolume",
                            "PersistentVolumeClaim",
                            "Pod",
                            "PodTemplate",
                            "ReplicationController",
                            "ResourceQuota",
                            "Secret",
                            "Service",
                            "ServiceAccount"),
            "apps/v1", List.of("ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"),
            "autoscaling/v1", List.of("HorizontalPodAutoscaler"),
            "autoscaling/v2", List.of("HorizontalPodAutoscaler"),
            "batch/v1", List.of("CronJob", "Job"),
            "policy/v1beta1", List.of("PodSecurityPolicy"), // until Kubernetes 1.25
            "policy/v1", List.of("Eviction", "PodDisruptionBudget"),
            "rbac.authorization.k8s.io/v1", List.of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"));

    private static final List<String> GROUPS =
            List.of("", "apps", "autoscaling", "batch", "extensions", "policy", "rbac.authorization.k8s.io");

    private ServedKinds() {}

    /** What is wrong with the type of an object: an error if no server has ever served it, a warning if none does any more. */
    static Optional<Diagnostic> problem(ManifestSource written, Resource resource) {
        String type = resource.apiVersion() + " " + resource.kind();
        Optional<OldVersion> old = OldVersion.of(resource.apiVersion(), resource.kind());
        if (old.isPresent()) {
            return Optional.of(written.old(
                    "Kubernetes " + old.get().release() + " and later refuse " + type,
                    "write apiVersion: " + old.get().replacement()));
        }
        boolean isServed = !GROUPS.contains(resource.group())
                || KINDS.getOrDefault(resource.apiVersion(), List.of()).contains(resource.kind());
        return isServed
                ? Optional.empty()
                : Optional.of(written.invalid("/apiVersion", "no API server knows " + type, hint(resource)));
    }

    private static String hint(Resource resource) {
        NavigableSet<String> kinds = new TreeSet<>();
        KINDS.values().forEach(kinds::addAll);
        String kind = kinds.contains(resource.kind())
                ? resource.kind()
                : Nearest.to(resource.kind(), KINDS.getOrDefault(resource.apiVersion(), List.of()))
                        .or(() -> Nearest.to(resource.kind(), kinds))
                        .orElse("");
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(kind))
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder())
                .map(apiVersion -> "write apiVersion: " + apiVersion + " and kind: " + kind)
                .orElse("kubectl api-resources lists what a cluster knows");
    }
}
