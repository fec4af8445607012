package io.falconer.lint;

import io.falconer.condition.Operator;
import io.falconer.ruleset.FieldName;
import io.falconer.ruleset.OperandType;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds {@code <}, {@code <=}, {@code >} and {@code >=} on fields of text. Falco compares texts character by character (section
 * 3.3), so 135168 is less than 30453.
 */
final class TextAsNumber {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");

    private TextAsNumber() {}

    static List<RuleFinding> of(Rule rule) {
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause -> isOrder(clause.operator()) && isText(rule, clause))
                .flatMap(clause -> finding(rule, clause).stream())
                .limit(Findings.MOST)
                .toList();
    }

    private static boolean isOrder(Operator operator) {
        return operator == Operator.LT || operator == Operator.LE || operator == Operator.GT || operator == Operator.GE;
    }

    private static boolean isText(Rule rule, SignedComparison clause) {
        return clause.field().isPresent()
                && OperandType.of(clause.comparison().left(), rule.source())
                        .type()
                        .isText();
    }

    private static Optional<RuleFinding> finding(Rule rule, SignedComparison clause) {
        return clause.constants().stream()
                .findFirst()
                .flatMap(constant -> wronglyOrdered(clause, constant.value()))
                .map(sample -> RuleFinding.warning(
                                rule,
                                clause.comparison().span(),
                                "text-as-number",
                                clause.fieldName() + " is a text and is compared as text, so "
                                        + Quotes.around(clause.toString()) + " is " + holdsAsText(clause, sample)
                                        + " for " + sample)
                        .withHint(hint(clause)));
    }

    /** A number that is on the other side of {@code limit} than its text; empty if all numbers have the same length. */
    private static Optional<String> wronglyOrdered(SignedComparison clause, String limit) {
        boolean alwaysThreeDigits = clause.isAbout("ka.response.code") && limit.length() == 3;
        if (alwaysThreeDigits || !NUMBER.matcher(limit).matches()) {
            return Optional.empty();
        }
        String longer = "1" + "0".repeat(limit.length());
        if (longer.compareTo(limit) < 0) {
            return Optional.of(longer);
        }
        char next = (char) (limit.charAt(0) + 1);
        return limit.length() > 1 ? Optional.of(String.valueOf(next)) : Optional.empty();
    }

    private static boolean holdsAsText(SignedComparison clause, String sample) {
        int order = sample.compareTo(clause.constants().getFirst().value());
        boolean less = clause.operator() == Operator.LT || clause.operator() == Operator.LE;
        return less == order < 0;
    }

    private static String hint(SignedComparison clause) {
        FieldName field = clause.field().orElseThrow();
        boolean isArgument = field.name().startsWith("evt.arg");
        return isArgument
                ? "evt.rawarg" + field.toString().substring("evt.arg".length()) + " is a number"
                : "match its digits: " + Quotes.around(field + " regex ...");
    }
}
