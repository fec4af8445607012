package io.falconer.ruleset;

import io.falconer.condition.Operand.FieldRef;
import java.util.Optional;

/** A field with its argument, wherever a condition names it. */
public record FieldName(String name, Optional<String> argument) {
    /** The field that a reference names, with its argument. */
    public static FieldName of(FieldRef field) {
        return new FieldName(field.name(), field.argument());
    }

    /** As conditions spell it. */
    @Override
    public String toString() {
        return name + argument.map(a -> "[" + a + "]").orElse("");
    }
}
