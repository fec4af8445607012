package io.falconer.lint;

import io.falconer.condition.Right.Text;
import io.falconer.field.Constant;
import io.falconer.field.ConstantResult;
import io.falconer.field.Constants;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.FieldType;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds numbers that a field cannot have. Falco keeps the low bits of them, or the limit of 64 bits, and compares that (section
 * 3.2): port 70000 is 4464.
 */
final class NumberOutOfRange {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,60}");

    private NumberOutOfRange() {}

    static List<RuleFinding> of(Rule rule) {
        return SignedComparison.of(rule.condition()).stream()
                .flatMap(clause -> FieldCatalogue.of(rule.source()).find(clause.fieldName()).stream()
                        .flatMap(field -> clause.constants().stream()
                                .flatMap(number -> finding(rule, clause, field, number).stream())))
                .limit(Findings.MOST)
                .toList();
    }

    private static Optional<RuleFinding> finding(Rule rule, SignedComparison clause, Field field, Text number) {
        return compared(clause, field, number.value())
                .filter(compared -> !compared.equals(new BigInteger(number.value())))
                .map(compared -> RuleFinding.warning(
                                rule,
                                number.span(),
                                "number-out-of-range",
                                field.name() + " is never " + Quotes.around(number.value())
                                        + ", and Falco compares it with " + compared)
                        .withHint(hint(field, compared)));
    }

    /** The number that Falco makes of a constant; empty if the constant is not a number. */
    private static Optional<BigInteger> compared(SignedComparison clause, Field field, String text) {
        boolean isNumber = NUMBER.matcher(text).matches() && !field.type().isText();
        return isNumber
                        && Constants.parse(field, clause.operator(), text)
                                instanceof ConstantResult.Parsed(Constant.Int(long bits))
                ? Optional.of(
                        field.type().isUnsigned()
                                ? new BigInteger(Long.toUnsignedString(bits))
                                : BigInteger.valueOf(bits))
                : Optional.empty();
    }

    private static String hint(Field field, BigInteger compared) {
        return field.type() == FieldType.PORT
                ? "write a port from 0 to 65535"
                : "write " + compared + " if you mean that; the field has type " + field.type();
    }
}
