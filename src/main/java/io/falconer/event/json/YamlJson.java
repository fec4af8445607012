package io.falconer.event.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import java.math.BigDecimal;

/**
 * JSON written as YAML. Plain scalars are null, booleans and numbers as in YAML's JSON schema, and otherwise strings; so
 * {@code yes}, {@code 0x1F} and {@code 2026-11-20} are strings. If a key occurs twice, the first counts.
 */
public final class YamlJson {
    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,39})");
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,39})(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?");

    private YamlJson() {}

    /** The value of the node. */
    public static JsonNode of(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar(scalar);
            case YamlNode.Sequence sequence -> {
                ArrayNode array = JSON.arrayNode(sequence.items().size());
                sequence.items().forEach(item -> array.add(of(item)));
                yield array;
            }
            case YamlNode.Mapping mapping -> {
                ObjectNode object = JSON.objectNode();
                for (Entry entry : mapping.entries()) {
                    if (!object.has(entry.name())) {
                        object.set(entry.name(), of(entry.value()));
                    }
                }
                yield object;
            }
        };
    }

    private static JsonNode scalar(YamlNode.Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain()) {
            return JSON.textNode(text);
        }
        if (scalar.isNull()) {
            return JSON.nullNode();
        }
        return switch (text) {
            case "true", "True", "TRUE" -> JSON.booleanNode(true);
            case "false", "False", "FALSE" -> JSON.booleanNode(false);
            default -> number(text);
        };
    }

    private static JsonNode number(String text) {
        if (INTEGER.matches(text)) {
            return JSON.numberNode(new BigDecimal(text).toBigIntegerExact());
        }
        return NUMBER.matches(text) ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
    }
}
