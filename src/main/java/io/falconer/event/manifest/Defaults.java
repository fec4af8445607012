package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The values that the API server fills in itself, whatever the cluster's configuration: Kubernetes' API defaults
 * (pkg/apis/core/v1/defaults.go), and the service account's name that admission adds. Volumes for tokens, priorities and
 * tolerations depend on the cluster and are left out.
 */
final class Defaults {
    private Defaults() {}

    /** Fills an object before it is stored. */
    static void fill(Resource resource, ObjectNode object) {
        switch (resource.current()) {
            case "v1/Pod" -> pod(object);
            case "v1/LimitRange" -> LimitRange.fill(object);
            case "v1/PodTemplate" -> podSpec(object.withObject("/template/spec"));
            case "rbac.authorization.k8s.io/v1/RoleBinding", "rbac.authorization.k8s.io/v1/ClusterRoleBinding" ->
                RbacDefaults.binding(object);
            default ->
                Workload.templateOf(resource, object).ifPresent(template -> podSpec(template.withObject("/spec")));
        }
    }

    private static void pod(ObjectNode pod) {
        ObjectNode spec = pod.withObject("/spec");
        podSpec(spec);
        MissingValues.fill(spec, "serviceAccountName", "default");
        MissingValues.fill(spec, "serviceAccount", "default");
        MissingValues.fill(spec, "enableServiceLinks", spec.booleanNode(true));
        boolean hostNetwork = spec.path("hostNetwork").asBoolean(false);
        for (String family : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(family)) {
                requestsFollowLimits((ObjectNode) container);
                if (hostNetwork) {
                    hostPorts(container.path("ports"));
                }
            }
        }
        pod.withObject("/status").put("phase", "Pending");
    }

    /** Fills the spec of a Pod or of a pod template. Requests and host ports of templates are filled only in their pods. */
    static void podSpec(ObjectNode spec) {
        for (String family : List.of("initContainers", "containers", "ephemeralContainers")) {
            spec.path(family).forEach(container -> ContainerDefaults.fill((ObjectNode) container));
        }
        spec.path("volumes").forEach(volume -> VolumeDefaults.fill((ObjectNode) volume));
        serviceAccount(spec);
        MissingValues.fill(spec, "restartPolicy", "Always");
        MissingValues.fill(spec, "terminationGracePeriodSeconds", spec.numberNode(30));
        MissingValues.fill(spec, "dnsPolicy", "ClusterFirst");
        spec.withObject("/securityContext");
        MissingValues.fill(spec, "schedulerName", "default-scheduler");
    }

    /** The older name replaces a missing newer name, and both have the same value in the end (conversion.go). */
    private static void serviceAccount(ObjectNode spec) {
        MissingValues.fill(
                spec, "serviceAccountName", spec.path("serviceAccount").asText(""));
        String name = spec.path("serviceAccountName").asText();
        if (name.isEmpty()) {
            spec.remove(List.of("serviceAccountName", "serviceAccount"));
        } else {
            spec.put("serviceAccount", name);
        }
    }

    private static void requestsFollowLimits(ObjectNode container) {
        container.path("resources").path("limits").properties().forEach(limit -> {
            ObjectNode requests = container.withObject("/resources").withObject("/requests");
            MissingValues.fill(requests, limit.getKey(), limit.getValue());
        });
    }

    private static void hostPorts(JsonNode ports) {
        for (JsonNode port : ports) {
            if (port.has("containerPort")) {
                MissingValues.fill(
                        (ObjectNode) port,
                        "hostPort",
                        port.path("containerPort").asInt());
            }
        }
    }
}
