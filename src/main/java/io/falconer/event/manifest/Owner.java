package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The object whose controller creates pods. */
record Owner(String apiVersion, String kind, String name, String uid) {
    /** An owner that is not in a manifest, because another controller creates it. */
    static Owner of(String apiVersion, String kind, String name) {
        return new Owner(apiVersion, kind, name, GeneratedNames.uid(kind + " " + name));
    }

    /** A pod as all controllers start it (GetPodFromTemplate of Kubernetes' package controller). */
    ControlledPod pod(String controller, ObjectNode template) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        pod.put("kind", "Pod").put("apiVersion", "v1");
        ObjectNode metadata = pod.putObject("metadata").put("generateName", name + "-");
        for (String key : List.of("labels", "annotations", "finalizers")) {
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
        return new ControlledPod(controller, pod);
    }

    /** A pod of a Job. The finalizer keeps it until the Job has counted it. */
    ControlledPod jobPod(ObjectNode template) {
        return pod("job-controller", template)
                .label("batch.kubernetes.io/controller-uid", uid)
                .label("batch.kubernetes.io/job-name", name)
                .label("controller-uid", uid)
                .label("job-name", name)
                .finalizer("batch.kubernetes.io/job-tracking");
    }

    /** The first pod of a StatefulSet. It has the set's name with a number, and a volume for each of the set's claims. */
    ControlledPod statefulPod(ObjectNode set, ObjectNode template) {
        JsonNode spec = set.path("spec");
        String ordinal = spec.path("ordinals").path("start").asText("0");
        String podName = name + "-" + ordinal;
        ControlledPod pod = pod("statefulset-controller", template)
                .label("apps.kubernetes.io/pod-index", ordinal)
                .label("controller-revision-hash", name + "-" + GeneratedNames.suffix(template.toString(), 10))
                .label("statefulset.kubernetes.io/pod-name", podName);
        pod.object().withObject("/metadata").put("name", podName);
        pod.object()
                .withObject("/metadata")
                .set("namespace", set.path("metadata").path("namespace"));
        ObjectNode podSpec = pod.object().withObject("/spec").put("hostname", podName);
        if (spec.hasNonNull("serviceName")) {
            podSpec.set("subdomain", spec.path("serviceName"));
        }
        claims(spec.path("volumeClaimTemplates"), podSpec, podName);
        return pod;
    }

    /** A claim's volume replaces a volume of the same name. */
    private static void claims(JsonNode templates, ObjectNode podSpec, String podName) {
        if (templates.isEmpty()) {
            return;
        }
        JsonNode own = podSpec.path("volumes").deepCopy();
        ArrayNode volumes = podSpec.putArray("volumes");
        for (JsonNode claim : templates) {
            String name = claim.path("metadata").path("name").asText();
            volumes.addObject()
                    .put("name", name)
                    .putObject("persistentVolumeClaim")
                    .put("claimName", name + "-" + podName);
        }
        List<String> taken = volumes.findValuesAsText("name");
        for (JsonNode volume : own) {
            if (!taken.contains(volume.path("name").asText())) {
                volumes.add(volume);
            }
        }
    }
}
