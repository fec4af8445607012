package io.falconer.engine;

import io.falconer.condition.Operand;

/** The keys of values in {@code output_fields}: the field as Falco prints it (section 5.2). */
final class FieldKey {
    private static final String QUOTED = " \t\n\r\b\f=\"'\\";

    private FieldKey() {}

    static String of(Operand.FieldRef field) {
        return field.name() + field.argument().map(a -> "[" + argument(a) + "]").orElse("");
    }

    private static String argument(String argument) {
        if (argument.chars().noneMatch(c -> QUOTED.indexOf(c) >= 0)) {
            return argument;
        }
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
