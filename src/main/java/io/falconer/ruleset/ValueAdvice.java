package io.falconer.ruleset;

import io.falconer.condition.Grammar;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.condition.Transformer;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warns about constants that look like mistakes: LOAD_COMPILE_CONDITION (section 1.5). */
final class ValueAdvice {
    private static final String SPECIAL = ".+*?^$()[]{}|\\";
    private static final String OCCURRENCE = "+*?";

    private final FieldLookup fields;
    private final Grammar grammar;
    private final List<Check.Warning> warnings = new ArrayList<>();

    ValueAdvice(FieldLookup fields, Grammar grammar) {
        this.fields = fields;
        this.grammar = grammar;
    }

    List<Check.Warning> warnings() {
        return warnings;
    }

    /** Checks one constant of a right side at {@code span}. */
    void look(Operator operator, Right.Text constant, Span span) {
        String value = constant.value();
        String packed = withoutBlanks(value);
        if (operator == Operator.REGEX && isSimple(value)) {
            warn(
                    "regex check with '" + value + "' may be optimized with simpler operators such as '=', 'contains',"
                            + " 'startswith', 'endswith'",
                    span,
                    constant.span());
        }
        if (fields.isField(packed)) {
            warn("'" + value + "' may be a valid field misused as a const string value", span, constant.span());
        }
        if (isCall(packed)) {
            warn(
                    "'" + value + "' may be a valid field transformer misused as a const string value",
                    span,
                    constant.span());
        }
    }

    private void warn(String message, Span span, Span culprit) {
        warnings.add(new Check.Warning(Check.Kind.CONDITION, message, span, culprit, Optional.empty()));
    }

    private boolean isCall(String packed) {
        if (!packed.endsWith(")")) {
            return false;
        }
        for (Transformer transformer : grammar.transformers()) {
            if (packed.startsWith(transformer.symbol() + "(")) {
                return true;
            }
        }
        return packed.startsWith("val(");
    }

    /** Whether only wildcards at the ends of the regex make it a regex. */
    private static boolean isSimple(String regex) {
        int length = regex.length();
        for (int i = 0; i < length; i++) {
            char c = regex.charAt(i);
            boolean anchor = (i == 0 && c == '^') || (i == length - 1 && c == '$');
            boolean end = (i == 0 && length > 1) || i == length - 2;
            if (anchor) {
                continue;
            }
            if (end && c == '.' && OCCURRENCE.indexOf(regex.charAt(i + 1)) >= 0) {
                i++;
            } else if (SPECIAL.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static String withoutBlanks(String value) {
        StringBuilder packed = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != ' ' && (c < '\t' || c > '\r')) {
                packed.append(c);
            }
        }
        return packed.length() == value.length() ? value : packed.toString();
    }
}
