package io.falconer.ruleset;

import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.field.ConstantResult;
import io.falconer.field.Constants;
import io.falconer.field.Dialect;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.FieldType;

/**
 * The result of an operand (section 2.3).
 *
 * @param field the field that it starts with, before any transformer; for join, concat, getopt and constants a nameless text
 *     field, as in Falco
 * @param type the type of its value or elements, after all transformers
 * @param list whether it gives a list
 * @param terminated whether Falco counts a terminating NUL in its texts: they come from tolower, toupper, basename or b64
 */
public record OperandType(Field field, FieldType type, boolean list, boolean terminated) {
    /** {@link #of(Operand, FieldCatalogue)} with the fields of the newest Falco. */
    public static OperandType of(Operand operand, EventSource source) {
        return of(operand, FieldCatalogue.of(source));
    }

    /**
     * The type of an operand that names fields of {@code catalogue}.
     *
     * @throws IllegalArgumentException if Falco would refuse the operand; {@link ConditionChecker} and {@link OutputFormat}
     *     check this first
     */
    public static OperandType of(Operand operand, FieldCatalogue catalogue) {
        try {
            return new OperandTypes(catalogue).of(operand);
        } catch (CompileFailure e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * A constant that is compared with such a value (section 3.2). It has the value's type, and is checked as the field
     * requires.
     */
    public ConstantResult constant(Operator operator, String text, Dialect dialect) {
        return type == field.type()
                ? Constants.parse(field, operator, text, dialect)
                : Constants.parse(type, operator, text, dialect);
    }

    /** The form in messages: {@code CHARBUF (list)}. */
    String words() {
        return type + (list ? " (list)" : "");
    }
}
