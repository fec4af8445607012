package io.falconer.event.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns the objects of manifests into the audit events that an API server logs when it receives them.
 *
 * <p>A Pod gives its own request; a Pod with ephemeral containers is created without them and then updated through
 * {@code pods/ephemeralcontainers}. A workload gives its own request and the creation of one pod by its controller, unless it
 * is deleted. Any other object gives its own request.
 */
public final class AuditEvents {
    private AuditEvents() {}

    /** The events in a cluster about which nothing is known. */
    public static List<String> of(List<ManifestObject> objects, AuditOptions options) {
        return of(objects, options, Cluster.UNKNOWN);
    }

    /** The events, each as one line of JSON, in the order in which the API server would see the requests. */
    public static List<String> of(List<ManifestObject> objects, AuditOptions options, Cluster cluster) {
        List<ApiRequest> requests = new ArrayList<>();
        for (ManifestObject object : objects) {
            requests.addAll(new Requests(options, cluster, requests.size()).of(object));
        }
        List<String> events = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            events.add(EventLine.of(requests.get(i), i, options));
        }
        return List.copyOf(events);
    }
}
