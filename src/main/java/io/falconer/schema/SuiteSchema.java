package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.suite.SuiteReader;
import io.falconer.suite.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The schema of suites, and the parts of it that policies have too. */
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
                        "The rules files under test, in the order of loading; relative to the suite's file.")
                .optional(
                        "policy",
                        Shapes.text(),
                        "Instead of \"rules\": the policy whose generated rules are tested; relative to the suite's file.")
                .justOneOf(List.of(Shapes.given("rules"), Shapes.given("policy")))
                .optional("defaults", defaults(), "How tests are judged that do not say so themselves.")
                .required("tests", tests(), "The tests, each with a name of its own.");
        return DocumentSchema.of(
                "Falconer suite",
                "Which alerts rules give for which events; falconer test runs suites (*_test.yaml).",
                keys,
                definitions());
    }

    static ObjectNode defaults() {
        return rigour(new ObjectSchema(), UnaryOperator.identity()).node();
    }

    static ObjectNode tests() {
        return Shapes.filledList(Shapes.ref("test"));
    }

    /** What {@link #tests()} refers to. */
    static Map<String, ObjectNode> definitions() {
        Map<String, ObjectNode> definitions = new LinkedHashMap<>();
        definitions.put("test", TestSchema.node());
        definitions.putAll(EventSchema.definitions());
        definitions.putAll(ExpectationSchema.definitions());
        definitions.put("variable", VariableShapes.variable());
        return definitions;
    }

    /** Adds the keys by which defaults, and tests, say how tests are judged. */
    static ObjectSchema rigour(ObjectSchema schema, UnaryOperator<ObjectNode> value) {
        return schema.optional(
                        "unexpected",
                        value.apply(Shapes.choice(Vocabulary.unexpected())),
                        "What becomes of an alert that no expectation speaks of: the test fails, passes with a warning, or"
                                + " passes. Default: fail.")
                .optional(
                        "ruleMatching",
                        value.apply(Shapes.choice(Vocabulary.ruleMatching())),
                        "Which of the rules that hold for an event alert: all, or the one that was defined first, as"
                                + " Falco's rule_matching has it. Default: all.");
    }
}
