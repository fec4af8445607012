package io.falconer.cover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The JSON Patch (RFC 6902) that makes one document of another. */
final class DocumentChange {
    private final List<JsonNode> operations = new ArrayList<>();

    private DocumentChange() {}

    /** The operations, in the order of the documents. */
    static List<JsonNode> of(JsonNode before, JsonNode after) {
        DocumentChange change = new DocumentChange();
        change.compare("", before, after);
        return change.operations;
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(path + "/" + i, before.get(i), after.get(i));
            }
            return;
        }
        if (!before.isObject() || !after.isObject()) {
            add("replace", path).set("value", after);
            return;
        }
        for (Map.Entry<String, JsonNode> entry : before.properties()) {
            String below = path + "/" + key(entry.getKey());
            if (after.has(entry.getKey())) {
                compare(below, entry.getValue(), after.get(entry.getKey()));
            } else {
                add("remove", below);
            }
        }
        for (Map.Entry<String, JsonNode> entry : after.properties()) {
            if (!before.has(entry.getKey())) {
                add("add", path + "/" + key(entry.getKey())).set("value", entry.getValue());
            }
        }
    }

    private ObjectNode add(String operation, String path) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("op", operation);
        node.put("path", path);
        operations.add(node);
        return node;
    }

    private static String key(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
