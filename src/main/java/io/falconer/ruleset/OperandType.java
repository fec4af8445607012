package io.falconer.ruleset;

import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.field.ConstantResult;
import io.falconer.field.Constants;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldType;

/**
 * What an operand gives (section 2.3).
 *
 * @param field the field that it begins with, before any transformer; for join, concat, getopt and constants a nameless
 *     text field, as in Falco
 * @param type the type of its value or elements, after all transformers
 * @param list whether it gives a list
 * @param terminated whether Falco counts a terminating NUL in its texts: they come from tolower, toupper, basename or b64
 */
public record OperandType(Field field, FieldType type, boolean list, boolean terminated) {
    /**
     * The type of an operand of a rule of {@code source}.
     *
     * @throws IllegalArgumentException if Falco would refuse the operand; {@link ConditionChecker} and {@link
     *     OutputFormat} tell beforehand
     */
    public static OperandType of(Operand operand, EventSource source) {
        try {
            return new OperandTypes(source).of(operand);
        } catch (CompileFailure e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** A constant compared with such a value (section 3.2): of the value's type, and checked as the field demands. */
    public ConstantResult constant(Operator operator, String text) {
        return type == field.type() ? Constants.parse(field, operator, text) : Constants.parse(type, operator, text);
    }

    /** As messages show it: {@code CHARBUF (list)}. */
    String words() {
        return type + (list ? " (list)" : "");
    }
}
