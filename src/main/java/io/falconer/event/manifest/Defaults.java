package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The values that the API server itself fills in whatever the cluster's configuration: Kubernetes' API defaults, and the
 * service account's name that admission adds. Volumes for tokens, limits of a LimitRange, priorities and tolerations depend
 * on the cluster and are left out.
 */
final class Defaults {
    private static final List<String> FAMILIES = List.of("initContainers", "containers", "ephemeralContainers");

    private Defaults() {}

    /** Fills a Pod about to be stored. */
    static void pod(ObjectNode pod) {
        ObjectNode spec = pod.withObject("/spec");
        podSpec(spec);
        String account = first(spec, "serviceAccountName", "serviceAccount");
        spec.put("serviceAccountName", account);
        spec.put("serviceAccount", account);
        putIfMissing(spec, "enableServiceLinks", spec.booleanNode(true));
        boolean hostNetwork = spec.path("hostNetwork").asBoolean(false);
        for (String family : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(family)) {
                requestsFollowLimits((ObjectNode) container);
                if (hostNetwork) {
                    container
                            .path("ports")
                            .forEach(port -> putIfMissing((ObjectNode) port, "hostPort", port.path("containerPort")));
                }
            }
        }
        pod.withObject("/status").put("phase", "Pending");
    }

    /** Fills the spec of a Pod or of a pod template. */
    static void podSpec(ObjectNode spec) {
        for (String family : FAMILIES) {
            spec.path(family).forEach(container -> container((ObjectNode) container));
        }
        putIfMissing(spec, "restartPolicy", "Always");
        putIfMissing(spec, "terminationGracePeriodSeconds", spec.numberNode(30));
        putIfMissing(spec, "dnsPolicy", "ClusterFirst");
        spec.withObject("/securityContext");
        putIfMissing(spec, "schedulerName", "default-scheduler");
    }

    private static void container(ObjectNode container) {
        container.path("ports").forEach(port -> putIfMissing((ObjectNode) port, "protocol", "TCP"));
        container.withObject("/resources");
        putIfMissing(container, "terminationMessagePath", "/dev/termination-log");
        putIfMissing(container, "terminationMessagePolicy", "File");
        putIfMissing(
                container, "imagePullPolicy", isLatest(container.path("image").asText("")) ? "Always" : "IfNotPresent");
    }

    /** A container's request that is not given is its limit. */
    private static void requestsFollowLimits(ObjectNode container) {
        container.path("resources").path("limits").properties().forEach(limit -> {
            ObjectNode requests = container.withObject("/resources").withObject("/requests");
            putIfMissing(requests, limit.getKey(), limit.getValue());
        });
    }

    private static boolean isLatest(String image) {
        String last = image.substring(image.lastIndexOf('/') + 1);
        return last.endsWith(":latest") || (last.indexOf(':') < 0 && last.indexOf('@') < 0);
    }

    private static String first(ObjectNode spec, String... keys) {
        for (String key : keys) {
            if (!spec.path(key).asText("").isEmpty()) {
                return spec.path(key).asText();
            }
        }
        return "default";
    }

    private static void putIfMissing(ObjectNode object, String key, String value) {
        putIfMissing(object, key, object.textNode(value));
    }

    private static void putIfMissing(ObjectNode object, String key, JsonNode value) {
        if (!object.has(key) && !value.isMissingNode()) {
            object.set(key, value);
        }
    }
}
