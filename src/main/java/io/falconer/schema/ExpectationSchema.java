package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.suite.Expectation;
import io.falconer.suite.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of what a test expects. */
final class ExpectationSchema {
    private static final Map<String, String> MATCHERS = Map.of(
            "contains", "The value contains this text.",
            "startsWith", "The value begins with this text.",
            "endsWith", "The value ends with this text.",
            "regex", "The value has a match of this regular expression (RE2).");

    private ExpectationSchema() {}

    static Map<String, ObjectNode> definitions() {
        Map<String, ObjectNode> definitions = new LinkedHashMap<>();
        definitions.put("expectation", expectation());
        definitions.put("matcher", matcher());
        return definitions;
    }

    private static ObjectNode expectation() {
        return new ObjectSchema()
                .required("rule", Shapes.text(), "The rule's name.")
                .optional(
                        "count",
                        VariableShapes.or(Shapes.integer(0, Expectation.MOST)),
                        "How many of its alerts satisfy the rest. Default: at least one.")
                .optional("priority", VariableShapes.or(PriorityShape.shape()), "The alert's priority.")
                .optional("output", Shapes.ref("matcher"), "What the alert's message is like.")
                .optional(
                        "output_fields",
                        VariableShapes.or(Shapes.mapping(Shapes.ref("matcher"))),
                        "What the alert's output fields are like, by their names.")
                .optional(
                        "exact",
                        VariableShapes.or(Shapes.flag()),
                        "Whether the alert has no output fields but those named. Default: false.")
                .optional(
                        "when",
                        Shapes.text(),
                        "In a test with cases: for which of them the rule fires; in the others it stays silent.")
                .node();
    }

    /** A scalar, nothing, a list of scalars, or a mapping. */
    private static ObjectNode matcher() {
        ObjectSchema keys = new ObjectSchema();
        Vocabulary.textMatchers()
                .forEach(key -> keys.optional(key, Shapes.text(), MATCHERS.getOrDefault(key, "A text.")));
        ObjectNode matcher = keys.optional(
                        "exists", VariableShapes.or(Shapes.flag()), "Whether the alert has the value at all.")
                .optional("not", Shapes.ref("matcher"), "A matcher that does not hold.")
                .filled()
                .node();
        ArrayNode types = matcher.putArray("type");
        List.of("string", "number", "boolean", "array", "object", "null").forEach(types::add);
        matcher.set("items", Shapes.orEmpty(Shapes.text()));
        return matcher;
    }
}
