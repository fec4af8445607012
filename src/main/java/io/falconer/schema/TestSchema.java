package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.suite.TestCase;
import io.falconer.suite.Vocabulary;
import java.util.List;

/** The schema of a test. */
final class TestSchema {
    private TestSchema() {}

    static ObjectNode node() {
        ObjectSchema test = new ObjectSchema()
                .required("name", words(), "The test's name, unique in the suite.")
                .optional(
                        "cases",
                        cases(),
                        "Makes a test for each case. ${name} stands for the case's value. A list of mappings, or"
                                + " matrix for all combinations of values.")
                .required(
                        "event",
                        VariableShapes.or(
                                Shapes.ref("event"), Shapes.filledList(VariableShapes.or(Shapes.ref("event")))),
                        "The events to replay: one of file, manifest, audit and syscall, or a list of them.")
                .optional(
                        "patch",
                        VariableShapes.or(Shapes.list(VariableShapes.or(patch()))),
                        "A JSON Patch (RFC 6902) that is applied to each event.")
                .optional(
                        "dropped",
                        VariableShapes.or(Shapes.integer(0, TestCase.MOST_DROPPED)),
                        "How many of the events Falco drops as unusable. Any other number is an error. Default: 0.")
                .optional(
                        "expect",
                        VariableShapes.or(
                                Shapes.choice(List.of("none")),
                                Shapes.filledList(VariableShapes.or(Shapes.ref("expectation")))),
                        "The rules that must fire, or none.")
                .optional("silent", VariableShapes.or(Shapes.list(Shapes.text())), "The rules that must not fire.")
                .optional("skip", words(), "Why the test is left out. Reports show the reason.")
                .oneOfThem(List.of(Shapes.given("expect"), Shapes.given("silent")));
        return SuiteSchema.rigour(test, VariableShapes::or).node();
    }

    /** A text that is not empty. */
    private static ObjectNode words() {
        return Shapes.text().put("pattern", "\\S");
    }

    private static ObjectNode patch() {
        ObjectNode value = Shapes.any();
        value.putArray("required").add("value");
        return new ObjectSchema()
                .required("op", VariableShapes.or(Shapes.choice(Vocabulary.operations())), "The operation.")
                .required("path", pointer(), "The place: a JSON Pointer such as /requestObject/spec/containers/0.")
                .optional("from", pointer(), "The place from which move and copy take the value.")
                .optional("value", Shapes.any(), "The value of add, replace and test.")
                .where("op", List.of("add", "replace", "test"), value)
                .where("op", List.of("move", "copy"), Shapes.given("from"))
                .node();
    }

    private static ObjectNode pointer() {
        return VariableShapes.or(Shapes.string(Vocabulary.pointer()));
    }

    private static ObjectNode cases() {
        ObjectNode list = Shapes.filledList(Shapes.mapping(Shapes.any()));
        ObjectNode mapping = new ObjectSchema()
                .optional(
                        "vector",
                        Shapes.filledList(Shapes.mapping(Shapes.any())),
                        "A list of mappings from names to values. Each is a case.")
                .optional(
                        "matrix",
                        Shapes.mapping(Shapes.filledList(Shapes.any())),
                        "A mapping from names to lists of values. Each combination is a case.")
                .justOneOf(List.of(Shapes.given("vector"), Shapes.given("matrix")))
                .node();
        return Shapes.anyOf(List.of(list, mapping));
    }
}
