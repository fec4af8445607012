package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the API server fills into a container, in a pod or in a template. */
final class ContainerDefaults {
    private ContainerDefaults() {}

    static void fill(ObjectNode container) {
        container.path("ports").forEach(port -> MissingValues.fill((ObjectNode) port, "protocol", "TCP"));
        container.path("env").forEach(variable -> fieldRef(variable.path("valueFrom")));
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.path(probe) instanceof ObjectNode given) {
                probe(given);
            }
        }
        for (JsonNode handler : container.path("lifecycle")) {
            httpGet(handler);
        }
        container.withObject("/resources");
        MissingValues.fill(container, "terminationMessagePath", "/dev/termination-log");
        MissingValues.fill(container, "terminationMessagePolicy", "File");
        MissingValues.fill(
                container, "imagePullPolicy", isLatest(container.path("image").asText("")) ? "Always" : "IfNotPresent");
    }

    /** For an environment variable's {@code valueFrom} or a file of the downward API. */
    static void fieldRef(JsonNode holder) {
        if (holder.path("fieldRef") instanceof ObjectNode reference) {
            MissingValues.fill(reference, "apiVersion", "v1");
        }
    }

    private static void probe(ObjectNode probe) {
        httpGet(probe);
        if (probe.path("grpc") instanceof ObjectNode call) {
            MissingValues.fill(call, "service", call.textNode(""));
        }
        MissingValues.fill(probe, "timeoutSeconds", 1);
        MissingValues.fill(probe, "periodSeconds", 10);
        MissingValues.fill(probe, "successThreshold", 1);
        MissingValues.fill(probe, "failureThreshold", 3);
    }

    private static void httpGet(JsonNode handler) {
        if (handler.path("httpGet") instanceof ObjectNode get) {
            MissingValues.fill(get, "path", "/");
            MissingValues.fill(get, "scheme", "HTTP");
        }
    }

    /** An image without a tag means the latest, unless it has a digest. A missing image has no tag. */
    private static boolean isLatest(String image) {
        int at = image.indexOf('@');
        String tagged = at < 0 ? image : image.substring(0, at);
        String last = tagged.substring(tagged.lastIndexOf('/') + 1);
        int colon = last.indexOf(':');
        return colon < 0 ? at < 0 && !image.isEmpty() : last.substring(colon).equals(":latest");
    }
}
