package io.falconer.event.manifest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a kind that the API server no longer serves. Its objects have the structure of the version that replaced it, as
 * far as events depend on it. Source: the deprecated API migration guide of Kubernetes.
 *
 * @param replacement the {@code apiVersion} to use
 * @param release the first release of Kubernetes that refuses the old one
 */
record OldVersion(String replacement, String release) {
    private static final Map<String, OldVersion> ALL = all();

    private static Map<String, OldVersion> all() {
        Map<String, OldVersion> all = new HashMap<>();
        add(all, "1.16", "extensions/v1beta1", "apps/v1", "DaemonSet", "Deployment", "ReplicaSet");
        add(all, "1.16", "apps/v1beta1", "apps/v1", "ControllerRevision", "Deployment", "StatefulSet");
        add(
                all,
                "1.16",
                "apps/v1beta2",
                "apps/v1",
                "ControllerRevision",
                "DaemonSet",
                "Deployment",
                "ReplicaSet",
                "StatefulSet");
        add(all, "1.16", "extensions/v1beta1", "networking.k8s.io/v1", "NetworkPolicy");
        add(all, "1.16", "extensions/v1beta1", "policy/v1beta1", "PodSecurityPolicy");
        add(all, "1.21", "batch/v2alpha1", "batch/v1", "CronJob");
        add(all, "1.22", "extensions/v1beta1", "networking.k8s.io/v1", "Ingress");
        add(all, "1.22", "networking.k8s.io/v1beta1", "networking.k8s.io/v1", "Ingress", "IngressClass");
        for (String version : new String[] {"v1alpha1", "v1beta1"}) {
            add(
                    all,
                    "1.22",
                    "rbac.authorization.k8s.io/" + version,
                    "rbac.authorization.k8s.io/v1",
                    "ClusterRole",
                    "ClusterRoleBinding",
                    "Role",
                    "RoleBinding");
        }
        add(
                all,
                "1.22",
                "admissionregistration.k8s.io/v1beta1",
                "admissionregistration.k8s.io/v1",
                "MutatingWebhookConfiguration",
                "ValidatingWebhookConfiguration");
        add(all, "1.22", "apiextensions.k8s.io/v1beta1", "apiextensions.k8s.io/v1", "CustomResourceDefinition");
        add(all, "1.22", "apiregistration.k8s.io/v1beta1", "apiregistration.k8s.io/v1", "APIService");
        add(all, "1.22", "certificates.k8s.io/v1beta1", "certificates.k8s.io/v1", "CertificateSigningRequest");
        add(all, "1.22", "coordination.k8s.io/v1beta1", "coordination.k8s.io/v1", "Lease");
        add(all, "1.22", "scheduling.k8s.io/v1beta1", "scheduling.k8s.io/v1", "PriorityClass");
        add(
                all,
                "1.22",
                "storage.k8s.io/v1beta1",
                "storage.k8s.io/v1",
                "CSIDriver",
                "CSINode",
                "StorageClass",
                "VolumeAttachment");
        add(all, "1.25", "batch/v1beta1", "batch/v1", "CronJob");
        add(all, "1.25", "discovery.k8s.io/v1beta1", "discovery.k8s.io/v1", "EndpointSlice");
        add(all, "1.25", "node.k8s.io/v1beta1", "node.k8s.io/v1", "RuntimeClass");
        add(all, "1.25", "policy/v1beta1", "policy/v1", "PodDisruptionBudget");
        add(all, "1.25", "autoscaling/v2beta1", "autoscaling/v2", "HorizontalPodAutoscaler");
        add(all, "1.26", "autoscaling/v2beta2", "autoscaling/v2", "HorizontalPodAutoscaler");
        add(all, "1.27", "storage.k8s.io/v1beta1", "storage.k8s.io/v1", "CSIStorageCapacity");
        return Map.copyOf(all);
    }

    private static void add(
            Map<String, OldVersion> all, String release, String old, String replacement, String... kinds) {
        for (String kind : kinds) {
            all.put(old + "/" + kind, new OldVersion(replacement, release));
        }
    }

    /** The version in {@code apiVersion} of {@code kind}, if it is an old one. */
    static Optional<OldVersion> of(String apiVersion, String kind) {
        return Optional.ofNullable(ALL.get(apiVersion + "/" + kind));
    }
}
