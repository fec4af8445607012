package io.falconer.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The schema of a mapping with known keys, in the order in which editors offer them. */
final class ObjectSchema {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();
    private final ObjectNode keys = JsonNodeFactory.instance.objectNode();

    ObjectSchema() {
        node.put("type", "object");
    }

    /** Adds a key that must have a value. */
    ObjectSchema required(String key, ObjectNode shape, String description) {
        node.withArray("required").add(key);
        keys.set(key, described(shape, description));
        return this;
    }

    /** Adds a key that may be absent or empty. Empty counts as absent. */
    ObjectSchema optional(String key, ObjectNode shape, String description) {
        keys.set(key, described(Shapes.orEmpty(shape), description));
        return this;
    }

    /** Adds a key that may be absent, but not empty. */
    ObjectSchema may(String key, ObjectNode shape, String description) {
        keys.set(key, described(shape, description));
        return this;
    }

    /** Adds a key that may be absent, with its default. */
    ObjectSchema optional(String key, ObjectNode shape, String description, JsonNode byDefault) {
        optional(key, shape, description);
        keys.withObject("/" + key).set("default", byDefault);
        return this;
    }

    /** Adds a key that may be absent, with the word that is its default. */
    ObjectSchema optional(String key, ObjectNode shape, String description, String byDefault) {
        return optional(key, shape, description, JsonNodeFactory.instance.textNode(byDefault));
    }

    /** Requires that at least one of the shapes holds too. */
    ObjectSchema oneOfThem(List<ObjectNode> shapes) {
        node.putArray("anyOf").addAll(shapes);
        return this;
    }

    /** Requires that exactly one of the shapes holds too. */
    ObjectSchema justOneOf(List<ObjectNode> shapes) {
        node.putArray("oneOf").addAll(shapes);
        return this;
    }

    /** Requires that some key has a value. */
    ObjectSchema filled() {
        node.put("minProperties", 1);
        node.set("not", Shapes.mapping(Shapes.typed(List.of("null"))));
        return this;
    }

    /** Requires that {@code other} has a value if the key is present. */
    ObjectSchema needs(String key, String other) {
        node.withObject("/dependencies").set(key, Shapes.given(other));
        return this;
    }

    /** Requires {@code then} if the key has one of these values. */
    ObjectSchema where(String key, List<String> words, ObjectNode then) {
        ObjectNode condition = JsonNodeFactory.instance.objectNode();
        condition.withObject("/if/properties").set(key, Shapes.choice(words));
        condition.set("then", then);
        node.withArray("allOf").add(condition);
        return this;
    }

    /** The schema. The mapping may not contain other keys. */
    ObjectNode node() {
        node.set("properties", keys);
        return node.put("additionalProperties", false);
    }

    /** In draft-07, everything next to a reference is ignored, so the reference is wrapped. */
    private static ObjectNode described(ObjectNode shape, String description) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("description", description);
        if (shape.has("$ref")) {
            node.putArray("allOf").add(shape);
        } else {
            node.setAll(shape);
        }
        return node;
    }
}
