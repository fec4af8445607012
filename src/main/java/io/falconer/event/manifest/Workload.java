package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** The kinds whose controllers create pods from a template, and those pods. */
final class Workload {
    private Workload() {}

    /** A pod as its controller sends it to the API server. */
    record ControlledPod(String controller, ObjectNode object) {}

    static boolean isPod(Resource resource) {
        return resource.apiVersion().equals("v1") && resource.kind().equals("Pod");
    }

    /** Whether a controller makes pods of such objects. */
    static boolean isWorkload(Resource resource) {
        return switch (resource.apiVersion() + "/" + resource.kind()) {
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

    /** The pod template of a workload. */
    static Optional<ObjectNode> templateOf(Resource resource, ObjectNode workload) {
        JsonNode spec = workload.path("spec");
        JsonNode owner =
                resource.kind().equals("CronJob") ? spec.path("jobTemplate").path("spec") : spec;
        return isWorkload(resource) && owner.path("template") instanceof ObjectNode template
                ? Optional.of(template)
                : Optional.empty();
    }

    /** The first pod that the controller of a stored workload creates. */
    static Optional<ControlledPod> podOf(Resource resource, ObjectNode workload, Instant instant) {
        return templateOf(resource, workload)
                .map(template -> {
                    String name = workload.path("metadata").path("name").asText();
                    String uid = workload.path("metadata").path("uid").asText();
                    Owner itself = new Owner(resource.apiVersion(), resource.kind(), name, uid);
                    return switch (resource.kind()) {
                        case "Deployment" -> {
                            String hash = Names.suffix(template.toString(), 10);
                            Owner set = Owner.of(resource.apiVersion(), "ReplicaSet", name + "-" + hash);
                            yield set.pod("replicaset-controller", template).label("pod-template-hash", hash);
                        }
                        case "ReplicaSet" -> itself.pod("replicaset-controller", template);
                        case "ReplicationController" -> itself.pod("replication-controller", template);
                        case "DaemonSet" ->
                            itself.pod("daemon-set-controller", template)
                                    .label("controller-revision-hash", Names.suffix(template.toString(), 10))
                                    .label("pod-template-generation", "1");
                        case "StatefulSet" ->
                            itself.pod("statefulset-controller", template)
                                    .label("apps.kubernetes.io/pod-index", "0")
                                    .label(
                                            "controller-revision-hash",
                                            name + "-" + Names.suffix(template.toString(), 10))
                                    .label("statefulset.kubernetes.io/pod-name", name + "-0")
                                    .named(name + "-0");
                        case "CronJob" ->
                            Owner.of("batch/v1", "Job", name + "-" + instant.getEpochSecond() / 60)
                                    .jobPod(template);
                        default -> itself.jobPod(template);
                    };
                })
                .map(draft -> new ControlledPod(draft.controller(), draft.object()));
    }

    private record Owner(String apiVersion, String kind, String name, String uid) {
        static Owner of(String apiVersion, String kind, String name) {
            return new Owner(apiVersion, kind, name, Names.uid(kind + " " + name));
        }

        Draft jobPod(ObjectNode template) {
            return pod("job-controller", template)
                    .label("batch.kubernetes.io/controller-uid", uid)
                    .label("batch.kubernetes.io/job-name", name)
                    .label("controller-uid", uid)
                    .label("job-name", name);
        }

        Draft pod(String controller, ObjectNode template) {
            ObjectNode pod = JsonNodeFactory.instance.objectNode();
            pod.put("kind", "Pod").put("apiVersion", "v1");
            ObjectNode metadata = pod.putObject("metadata").put("generateName", name + "-");
            for (String key : new String[] {"labels", "annotations", "finalizers"}) {
                JsonNode value = template.path("metadata").path(key);
                if (!value.isMissingNode()) {
                    metadata.set(key, value.deepCopy());
                }
            }
            metadata.putArray("ownerReferences")
                    .addObject()
                    .put("apiVersion", apiVersion)
                    .put("kind", kind)
                    .put("name", name)
                    .put("uid", uid)
                    .put("controller", true)
                    .put("blockOwnerDeletion", true);
            pod.set("spec", template.withObject("/spec").deepCopy());
            return new Draft(controller, pod);
        }
    }

    private record Draft(String controller, ObjectNode object) {
        Draft label(String key, String value) {
            object.withObject("/metadata").withObject("/labels").put(key, value);
            return this;
        }

        Draft named(String name) {
            ObjectNode metadata = object.withObject("/metadata");
            metadata.remove("generateName");
            metadata.put("name", name);
            object.withObject("/spec").put("hostname", name);
            return this;
        }
    }
}
