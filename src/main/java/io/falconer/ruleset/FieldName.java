package io.falconer.ruleset;

import io.falconer.condition.Operand.FieldRef;
import java.util.Optional;

/** A field with its argument, anywhere in a condition. */
public record FieldName(String name, Optional<String> argument) {
    /** The field that a reference names, with its argument. */
    public static FieldName of(FieldRef field) {
        return new FieldName(field.name(), field.argument());
    }

    /** The spelling in conditions. */
    @Override
    public String toString() {
        return name + argument.map(a -> "[" + a + "]").orElse("");
    }
}
