package io.falconer.template;

import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.policy.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says that a quantity is at most another. Falco compares no quantities, but the spellings of all that are at most a given one
 * are a regular language, so regular expressions say it. Falco's constants have 255 bytes, so there are several.
 */
final class QuantityChecks {
    private static final int LONGEST = 255;
    private static final String NUMBER = " *[+]?0*(";
    private static final String NEGATIVE_OR_NUMBER = " *(-.*|[+]?0*(";
    private static final String DIGITS = " *[+]?[0.]*(";

    private QuantityChecks() {}

    /**
     * {@code left} is at most {@code most}, or no more than zero. An exponent that is not in -9..18 counts as too much: Kubernetes
     * writes none with an amount that it can count, and it reads only the last 32 bits.
     */
    static Term atMost(Operand left, Quantity most) {
        QuantityPatterns patterns = new QuantityPatterns(most.value());
        List<String> smaller = Stream.concat(patterns.binary().stream(), patterns.below(0).stream())
                .toList();
        List<Term> terms = new ArrayList<>();
        List<String> rest = new ArrayList<>(smaller);
        terms.add(regex(left, pack(rest, NEGATIVE_OR_NUMBER, ")) *")));
        while (!rest.isEmpty()) {
            terms.add(regex(left, pack(rest, NUMBER, ") *")));
        }
        terms.add(Term.and(List.of(
                anyRegex(left, patterns.digits(), DIGITS, ")([^0-9.].*)?"),
                anyRegex(left, patterns.below(1), NUMBER, ") *"))));
        return Term.or(terms);
    }

    private static Term anyRegex(Operand left, List<String> alternatives, String start, String end) {
        List<String> rest = new ArrayList<>(alternatives);
        List<Term> terms = new ArrayList<>();
        while (!rest.isEmpty()) {
            terms.add(regex(left, pack(rest, start, end)));
        }
        return Term.or(terms);
    }

    private static Term regex(Operand left, String regex) {
        return new Term.Of(Checks.compare(left, Operator.REGEX, regex));
    }

    /** An expression of as many alternatives as fit, which it removes from {@code rest}. */
    private static String pack(List<String> rest, String start, String end) {
        StringBuilder packed = new StringBuilder(start).append(rest.removeFirst());
        while (!rest.isEmpty() && packed.length() + 1 + rest.getFirst().length() + end.length() <= LONGEST) {
            packed.append('|').append(rest.removeFirst());
        }
        return packed.append(end).toString();
    }
}
