package io.falconer.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The shapes of values. The readers accept scalars by their text, and an editor sees a number in {@code 80} and a boolean in
 * {@code true}. So numbers and booleans are allowed where a text is.
 */
final class Shapes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> SCALARS = List.of("string", "number", "boolean");

    private Shapes() {}

    static ObjectNode any() {
        return JSON.objectNode();
    }

    static ObjectNode text() {
        return typed(SCALARS);
    }

    /** A text that the whole regular expression matches. A text that looks like a number is not checked. */
    static ObjectNode text(String regex) {
        return text().put("pattern", whole(regex));
    }

    /** A text that is not a number or a boolean, whatever it looks like. */
    static ObjectNode string(String regex) {
        return typed(List.of("string")).put("pattern", whole(regex));
    }

    static ObjectNode flag() {
        return typed(List.of("boolean"));
    }

    static ObjectNode integer(int least, int most) {
        return typed(List.of("integer")).put("minimum", least).put("maximum", most);
    }

    /** A whole number, with or without quotes. */
    static ObjectNode digits(int least, int most, String regex) {
        return typed(List.of("integer", "string"))
                .put("minimum", least)
                .put("maximum", most)
                .put("pattern", whole(regex));
    }

    /** A number, with or without a unit, that is more than zero. */
    static ObjectNode amount(String regex) {
        return typed(List.of("number", "string")).put("exclusiveMinimum", 0).put("pattern", whole(regex));
    }

    static ObjectNode choice(List<String> words) {
        ObjectNode node = any();
        words.forEach(node.putArray("enum")::add);
        return node;
    }

    static ObjectNode list(JsonNode item) {
        ObjectNode node = typed(List.of("array"));
        node.set("items", item);
        return node;
    }

    static ObjectNode filledList(JsonNode item) {
        return list(item).put("minItems", 1);
    }

    /** A mapping from names that are data. */
    static ObjectNode mapping(JsonNode value) {
        ObjectNode node = typed(List.of("object"));
        node.set("additionalProperties", value);
        return node;
    }

    static ObjectNode ref(String definition) {
        return any().put("$ref", "#/definitions/" + definition);
    }

    static ObjectNode anyOf(List<ObjectNode> shapes) {
        ObjectNode node = any();
        node.putArray("anyOf").addAll(shapes);
        return node;
    }

    /** An object in which the key has a value. An empty value counts as absent. */
    static ObjectNode given(String key) {
        return given(key, typed(List.of("null")));
    }

    /** An object in which the key has a value other than this. */
    static ObjectNode given(String key, JsonNode empty) {
        ObjectNode node = any();
        node.putArray("required").add(key);
        node.putObject("properties").putObject(key).set("not", empty);
        return node;
    }

    /** The same shape, or null. */
    static ObjectNode orEmpty(ObjectNode shape) {
        if (shape.get("enum") instanceof ArrayNode words) {
            words.addNull();
        } else if (shape.get("type") instanceof ArrayNode types) {
            types.add("null");
        } else if (shape.has("type")) {
            String type = shape.get("type").asText();
            shape.putArray("type").add(type).add("null");
        } else if (shape.get("anyOf") instanceof ArrayNode shapes) {
            shapes.add(typed(List.of("null")));
        } else if (shape.has("$ref")) {
            return anyOf(List.of(shape, typed(List.of("null"))));
        }
        return shape;
    }

    static ObjectNode typed(List<String> types) {
        ObjectNode node = any();
        if (types.size() == 1) {
            return node.put("type", types.getFirst());
        }
        types.forEach(node.putArray("type")::add);
        return node;
    }

    private static String whole(String regex) {
        return "^(?:" + regex + ")$";
    }
}
