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
            "startsWith", "The value starts with this text.",
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
                        "The number of its alerts that match. Default: at least one.")
                .optional("priority", VariableShapes.or(PriorityShape.shape()), "The alert's priority.")
                .optional("output", Shapes.ref("matcher"), "A matcher for the alert's message.")
                .optional(
                        "output_fields",
                        VariableShapes.or(Shapes.mapping(Shapes.ref("matcher"))),
                        "Matchers for the alert's output fields, by their names.")
                .optional(
                        "exact",
                        VariableShapes.or(Shapes.flag()),
                        "Whether the alert has only the named output fields. Default: false.")
                .optional(
                        "when",
                        Shapes.text(),
                        "In a test with cases: in which cases the rule fires. In the others it must stay silent.")
                .node();
    }

    /** A scalar, nothing, a list of scalars, or a mapping. */
    private static ObjectNode matcher() {
        ObjectSchema keys = new ObjectSchema();
        Vocabulary.textMatchers()
                .forEach(key -> keys.optional(key, Shapes.text(), MATCHERS.getOrDefault(key, "A text.")));
        ObjectNode matcher = keys.optional(
                        "exists", VariableShapes.or(Shapes.flag()), "Whether the alert has the value.")
                .optional("not", Shapes.ref("matcher"), "A matcher that must not hold.")
                .filled()
                .node();
        ArrayNode types = matcher.putArray("type");
        List.of("string", "number", "boolean", "array", "object", "null").forEach(types::add);
        matcher.set("items", Shapes.orEmpty(Shapes.text()));
        return matcher;
    }
}
