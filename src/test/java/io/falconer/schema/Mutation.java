package io.falconer.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A document with one thing changed, and what that was. */
record Mutation(String what, JsonNode document) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** What every value is replaced with: each kind, and words and numbers that are out of every range. */
    private static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.textNode("Out of range"),
            JSON.textNode(""),
            JSON.numberNode(80),
            JSON.numberNode(-1),
            JSON.numberNode(1_000_001),
            JSON.numberNode(1.5),
            JSON.booleanNode(true),
            JSON.booleanNode(false),
            JSON.arrayNode(),
            JSON.arrayNode().add("word"),
            JSON.arrayNode().addNull(),
            JSON.arrayNode().add(JSON.objectNode()),
            JSON.objectNode(),
            JSON.objectNode().put("word", 1));

    /** Each place of the document changed in each way, one at a time. */
    static List<Mutation> of(JsonNode document) {
        List<Mutation> mutations = new ArrayList<>();
        collect(document, document, "", mutations);
        return mutations;
    }

    private static void collect(JsonNode document, JsonNode node, String place, List<Mutation> mutations) {
        switch (node) {
            case ObjectNode object -> {
                changed(document, place, "with a key more", mutations, o -> o.put("surplus", 1));
                for (Map.Entry<String, JsonNode> entry : object.properties()) {
                    String key = entry.getKey();
                    String below = place + "/" + key.replace("~", "~0").replace("/", "~1");
                    changed(document, place, "without " + key, mutations, o -> o.remove(key));
                    changed(document, place, "with " + key + "x", mutations, o -> o.set(key + "x", o.remove(key)));
                    for (JsonNode value : VALUES) {
                        changed(document, place, key + ": " + value, mutations, o -> o.set(key, value.deepCopy()));
                    }
                    collect(document, entry.getValue(), below, mutations);
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    int index = i;
                    JsonNode without = document.deepCopy();
                    ((ArrayNode) without.at(place)).remove(index);
                    mutations.add(new Mutation(place + " without item " + index, without));
                    for (JsonNode value : VALUES) {
                        JsonNode copy = document.deepCopy();
                        ((ArrayNode) copy.at(place)).set(index, value.deepCopy());
                        mutations.add(new Mutation(place + "/" + index + ": " + value, copy));
                    }
                    collect(document, array.get(index), place + "/" + index, mutations);
                }
            }
            default -> {}
        }
    }

    private static void changed(
            JsonNode document, String place, String what, List<Mutation> mutations, Consumer<ObjectNode> change) {
        JsonNode copy = document.deepCopy();
        change.accept((ObjectNode) copy.at(place));
        mutations.add(new Mutation(place + " " + what, copy));
    }
}
