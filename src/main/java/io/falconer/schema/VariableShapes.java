package io.falconer.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code ${name}} in tests with cases: a value of the case, of any kind, in place of any value. */
final class VariableShapes {
    private VariableShapes() {}

    /** A text that contains a variable. */
    static ObjectNode variable() {
        return Shapes.typed(List.of("string"))
                .put("pattern", "\\$\\{[^}]*\\}")
                .put("description", "A value of the test's case: ${name}.");
    }

    /** The shape, or a variable in its place. */
    static ObjectNode or(ObjectNode shape) {
        return Shapes.anyOf(List.of(shape, Shapes.ref("variable")));
    }

    /** One of several shapes, or a variable. */
    static ObjectNode or(ObjectNode one, ObjectNode other) {
        return Shapes.anyOf(List.of(one, other, Shapes.ref("variable")));
    }
}
