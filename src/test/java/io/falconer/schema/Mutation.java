package io.falconer.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One thing to change in a document.
 *
 * @param what where the change is, and what it is
 * @param alike the same for changes that a reader and a schema can only distinguish by what else the document holds: the same
 *     change of a value of the same type, in an object with the same keys and the same {@code kind}, in any item of a list
 */
record Mutation(String what, String alike, JsonNode original, String place, Consumer<JsonNode> change) {
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
        Walk walk = new Walk(document, new ArrayList<>());
        walk.collect(document, "", "");
        return walk.mutations();
    }

    /** The document with the change. */
    JsonNode document() {
        JsonNode copy = original.deepCopy();
        change.accept(copy.at(place));
        return copy;
    }

    private record Walk(JsonNode document, List<Mutation> mutations) {
        /**
         * Adds the changes of a node and of all below it.
         *
         * @param place where it is, as a JSON pointer
         * @param role the same without the indices of lists, with the kinds of the objects on the way
         */
        void collect(JsonNode node, String place, String role) {
            switch (node) {
                case ObjectNode object ->
                    collectOf(object, place, role + "(" + object.path("kind").asText() + ")");
                case ArrayNode array -> collectOf(array, place, role);
                default -> {}
            }
        }

        private void collectOf(ObjectNode object, String place, String role) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            String alike = role + keys;
            add(place, " with a key more", alike, o -> ((ObjectNode) o).put("surplus", 1));
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                String key = entry.getKey();
                String below = "/" + key.replace("~", "~0").replace("/", "~1");
                add(place, " without " + key, alike, o -> ((ObjectNode) o).remove(key));
                add(place, " with " + key + "x", alike, o -> rename((ObjectNode) o, key));
                for (JsonNode value : VALUES) {
                    add(
                            place,
                            " " + key + ": " + value,
                            alike + entry.getValue().getNodeType(),
                            o -> ((ObjectNode) o).set(key, value.deepCopy()));
                }
                collect(entry.getValue(), place + below, role + below);
            }
        }

        private void collectOf(ArrayNode array, String place, String role) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                String alike = role + " of " + array.get(i).getNodeType();
                String without = " without item " + i;
                add(place, without, role + array, a -> ((ArrayNode) a).remove(index));
                for (JsonNode value : VALUES) {
                    mutations.add(new Mutation(
                            place + "/" + i + ": " + value, alike + value, document, place, a -> ((ArrayNode) a)
                                    .set(index, value.deepCopy())));
                }
                collect(array.get(i), place + "/" + i, role + "/");
            }
        }

        private void add(String place, String what, String alike, Consumer<JsonNode> change) {
            mutations.add(new Mutation(place + what, alike + what, document, place, change));
        }

        private static void rename(ObjectNode object, String key) {
            object.set(key + "x", object.remove(key));
        }
    }
}
