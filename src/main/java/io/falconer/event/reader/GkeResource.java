package io.falconer.event.reader;

import java.util.List;
import java.util.Optional;

/**
 * A resource name of Cloud Audit Logs, {@code core/v1/namespaces/default/pods/nginx/exec} or
 * {@code core/v1/nodes/node-1/status}, as the object that the request was about. Parts that are missing are empty.
 */
record GkeResource(String group, String version, String namespace, String resource, String name, String subresource) {
    /** The object; empty if the plugin gets no object from the name. */
    static Optional<GkeResource> of(String resourceName) {
        List<String> parts = List.of(resourceName.split("/", -1));
        if (parts.size() >= 5 && parts.get(2).equals("namespaces")) {
            return Optional.of(new GkeResource(
                    parts.get(0), parts.get(1), parts.get(3), parts.get(4), part(parts, 5), part(parts, 6)));
        }
        if (parts.size() >= 4) {
            return Optional.of(
                    new GkeResource(parts.get(0), parts.get(1), "", parts.get(2), parts.get(3), part(parts, 4)));
        }
        return Optional.empty();
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    /** The {@code objectRef} of an audit event. */
    String json() {
        return new GoJson()
                .unlessEmpty("resource", resource)
                .unlessEmpty("namespace", namespace)
                .unlessEmpty("name", name)
                .unlessEmpty("apiGroup", group)
                .unlessEmpty("apiVersion", version)
                .unlessEmpty("subresource", subresource)
                .close();
    }
}
