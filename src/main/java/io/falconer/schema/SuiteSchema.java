package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.suite.SuiteReader;
import io.falconer.suite.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The schema of suites, and the parts of it that policies also use. */
final class SuiteSchema {
    private SuiteSchema() {}

    static ObjectNode node() {
        ObjectNode metadata = new ObjectSchema()
                .required("name", Shapes.text(), "The suite's name in reports.")
                .node();
        ObjectSchema keys = DocumentSchema.keys(SuiteReader.API_VERSION, SuiteReader.KIND, metadata)
                .optional(
                        "rules",
                        Shapes.filledList(Shapes.text()),
                        "The rules files under test, in the order of loading. Relative to the suite's file.")
                .optional(
                        "policy",
                        Shapes.text(),
                        "Instead of \"rules\": the policy whose generated rules are tested. Relative to the suite's file.")
                .optional(
                        "cover",
                        Shapes.list(Shapes.text()),
                        "The only rules files whose rules count for coverage. Default: all. Relative to the suite's file.")
                .justOneOf(List.of(Shapes.given("rules"), Shapes.given("policy")))
                .optional("defaults", defaults(), "How tests are judged, unless they override it.")
                .required("tests", tests(), "The tests. Each has its own name.");
        return DocumentSchema.of(
                "Falconer suite",
                "Which alerts rules give for which events. falconer test runs suites (*_test.yaml).",
                keys,
                definitions());
    }

    static ObjectNode defaults() {
        return rigour(new ObjectSchema(), UnaryOperator.identity()).node();
    }

    static ObjectNode tests() {
        return Shapes.filledList(Shapes.ref("test"));
    }

    /** The definitions that {@link #tests()} refers to. */
    static Map<String, ObjectNode> definitions() {
        Map<String, ObjectNode> definitions = new LinkedHashMap<>();
        definitions.put("test", TestSchema.node());
        definitions.putAll(EventSchema.definitions());
        definitions.putAll(ExpectationSchema.definitions());
        definitions.put("variable", VariableShapes.variable());
        return definitions;
    }

    /** Adds the keys with which defaults and tests say how tests are judged. */
    static ObjectSchema rigour(ObjectSchema schema, UnaryOperator<ObjectNode> value) {
        return schema.optional(
                        "unexpected",
                        value.apply(Shapes.choice(Vocabulary.unexpected())),
                        "What an alert without an expectation causes: the test fails, passes with a warning, or"
                                + " passes. Default: fail.")
                .optional(
                        "ruleMatching",
                        value.apply(Shapes.choice(Vocabulary.ruleMatching())),
                        "Which of the rules that match an event give alerts: all, or only the rule defined first, like"
                                + " Falco's rule_matching. Default: all.");
    }
}
