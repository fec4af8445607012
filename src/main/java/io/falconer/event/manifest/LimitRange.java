package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a LimitRange adds to containers that do not set it themselves, as the admission plugin LimitRanger does
 * (plugin/pkg/admission/limitranger of Kubernetes).
 *
 * @param limits the limits of a container, by resource
 * @param requests the requests of a container, by resource
 */
record LimitRange(SortedMap<String, JsonNode> limits, SortedMap<String, JsonNode> requests) {
    private static final String CONTAINER = "Container";

    /** The defaults in {@code object}, a LimitRange. If items contradict each other, the last one counts. */
    static LimitRange of(ObjectNode object) {
        ObjectNode filled = object.deepCopy();
        fill(filled);
        SortedMap<String, JsonNode> limits = new TreeMap<>();
        SortedMap<String, JsonNode> requests = new TreeMap<>();
        for (JsonNode item : filled.path("spec").path("limits")) {
            if (item.path("type").asText().equals(CONTAINER)) {
                put(item.path("default"), limits);
                put(item.path("defaultRequest"), requests);
            }
        }
        return new LimitRange(Collections.unmodifiableSortedMap(limits), Collections.unmodifiableSortedMap(requests));
    }

    private static void put(JsonNode quantities, Map<String, JsonNode> into) {
        quantities.properties().forEach(quantity -> into.put(quantity.getKey(), quantity.getValue()));
    }

    /**
     * Fills in the defaults that a stored LimitRange has (SetDefaults_LimitRangeItem): a default limit is the maximum; a
     * default request is the default limit, otherwise the minimum.
     */
    static void fill(ObjectNode object) {
        for (JsonNode item : object.path("spec").path("limits")) {
            if (item instanceof ObjectNode some && item.path("type").asText().equals(CONTAINER)) {
                copy(some, "max", "default");
                copy(some, "default", "defaultRequest");
                copy(some, "min", "defaultRequest");
            }
        }
    }

    private static void copy(ObjectNode item, String from, String to) {
        item.path(from)
                .properties()
                .forEach(quantity ->
                        MissingValues.fill(item.withObject("/" + to), quantity.getKey(), quantity.getValue()));
    }

    /** Fills the containers of a pod before it is stored, and lists what was filled in in an annotation. */
    void admit(ObjectNode pod) {
        List<String> notes = new ArrayList<>();
        JsonNode spec = pod.path("spec");
        spec.path("containers").forEach(container -> admit((ObjectNode) container, "container", notes));
        spec.path("initContainers").forEach(container -> admit((ObjectNode) container, "init container", notes));
        if (!notes.isEmpty()) {
            pod.withObject("/metadata")
                    .withObject("/annotations")
                    .put("kubernetes.io/limit-ranger", "LimitRanger plugin set: " + String.join("; ", notes));
        }
    }

    private void admit(ObjectNode container, String what, List<String> notes) {
        String target = " for " + what + " " + container.path("name").asText();
        List<String> newLimits = fill(container, "limits", limits);
        List<String> newRequests = fill(container, "requests", requests);
        if (!newRequests.isEmpty()) {
            notes.add(String.join(", ", newRequests) + " request" + target);
        }
        if (!newLimits.isEmpty()) {
            notes.add(String.join(", ", newLimits) + " limit" + target);
        }
    }

    /** The resources that were missing under {@code key}. */
    private static List<String> fill(ObjectNode container, String key, SortedMap<String, JsonNode> values) {
        List<String> missing = values.keySet().stream()
                .filter(resource -> !container.path("resources").path(key).has(resource))
                .toList();
        for (String resource : missing) {
            container.withObject("/resources").withObject("/" + key).set(resource, values.get(resource));
        }
        return missing;
    }
}
