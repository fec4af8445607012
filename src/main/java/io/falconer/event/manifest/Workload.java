package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** The kinds whose controllers create pods from a template, and those pods. */
final class Workload {
    private Workload() {}

    static boolean isPod(Resource resource) {
        return resource.current().equals("v1/Pod");
    }

    /** Whether a controller creates pods for such objects. */
    static boolean isWorkload(Resource resource) {
        return switch (resource.current()) {
            case "apps/v1/Deployment",
                    "apps/v1/ReplicaSet",
                    "apps/v1/StatefulSet",
                    "apps/v1/DaemonSet",
                    "batch/v1/Job",
                    "batch/v1/CronJob",
                    "v1/ReplicationController" -> true;
            default -> false;
        };
    }

    /** The place of the pod template in workloads of this kind (RFC 6901). */
    static String templatePointer(Resource resource) {
        return resource.kind().equals("CronJob") ? "/spec/jobTemplate/spec/template" : "/spec/template";
    }

    /** The pod template of a workload. */
    static Optional<ObjectNode> templateOf(Resource resource, ObjectNode workload) {
        return isWorkload(resource) && workload.at(templatePointer(resource)) instanceof ObjectNode template
                ? Optional.of(template)
                : Optional.empty();
    }

    /** The first pod that the controller of a stored workload creates. */
    static Optional<ControlledPod> podOf(Resource resource, ObjectNode workload, Instant instant) {
        return templateOf(resource, workload).map(template -> {
            String name = workload.path("metadata").path("name").asText();
            String uid = workload.path("metadata").path("uid").asText();
            Owner itself = new Owner(resource.currentVersion(), resource.kind(), name, uid);
            return switch (resource.kind()) {
                case "Deployment" -> {
                    String hash = GeneratedNames.suffix(template.toString(), 10);
                    Owner set = Owner.of(resource.currentVersion(), "ReplicaSet", name + "-" + hash);
                    yield set.pod("replicaset-controller", template).label("pod-template-hash", hash);
                }
                case "ReplicaSet" -> itself.pod("replicaset-controller", template);
                case "ReplicationController" -> itself.pod("replication-controller", template);
                case "DaemonSet" ->
                    itself.pod("daemon-set-controller", template)
                            .label("controller-revision-hash", GeneratedNames.suffix(template.toString(), 10))
                            .label("pod-template-generation", "1");
                case "StatefulSet" -> itself.statefulPod(workload, template);
                case "CronJob" ->
                    Owner.of("batch/v1", "Job", name + "-" + instant.getEpochSecond() / 60)
                            .jobPod(template);
                default -> itself.jobPod(template);
            };
        });
    }
}
