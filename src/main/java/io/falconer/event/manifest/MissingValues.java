package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Fills in values that an object does not have. For the API server, an empty text and a zero are also missing, unless they are
 * optional.
 */
final class MissingValues {
    private MissingValues() {}

    /** For a text that is never empty. */
    static void fill(ObjectNode object, String key, String value) {
        if (object.path(key).asText("").isEmpty()) {
            object.put(key, value);
        }
    }

    /** For a number that is never zero. */
    static void fill(ObjectNode object, String key, int value) {
        if (object.path(key).asInt(0) == 0) {
            object.put(key, value);
        }
    }

    /** For a value that may be empty or zero if it is present. */
    static void fill(ObjectNode object, String key, JsonNode value) {
        if (!object.has(key)) {
            object.set(key, value);
        }
    }
}
