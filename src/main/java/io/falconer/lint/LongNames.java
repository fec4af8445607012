package io.falconer.lint;

import io.falconer.condition.Operator;
import io.falconer.condition.Right.Text;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds names of processes that are too long, because the kernel keeps only 15 bytes of them (section 7.2). A long name next to
 * its own first 15 bytes is harmless.
 */
final class LongNames {
    private static final int LONGEST = 15;
    private static final Set<String> FIELDS =
            Set.of("proc.name", "proc.pname", "proc.aname", "proc.sname", "proc.vpgid.name", "proc.pgid.name");

    private LongNames() {}

    static List<RuleFinding> of(Rule rule) {
        List<SignedComparison> clauses = SignedComparison.of(rule.condition()).stream()
                .filter(clause -> FIELDS.contains(clause.fieldName()) && comparesText(clause.operator()))
                .toList();
        Set<String> known = clauses.stream()
                .map(SignedComparison::texts)
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
        return clauses.stream()
                .flatMap(clause -> clause.constants().stream()
                        .filter(name -> isTooLong(name.value()) && !known.contains(beginning(name.value())))
                        .map(name -> finding(rule, clause, name)))
                .limit(Findings.MOST)
                .toList();
    }

    private static boolean comparesText(Operator operator) {
        return switch (operator) {
            case EQ, NE, IN, INTERSECTS, CONTAINS, ICONTAINS, STARTSWITH, ENDSWITH -> true;
            case LT, LE, GT, GE, BCONTAINS, BSTARTSWITH, GLOB, IGLOB, REGEX, PMATCH -> false;
        };
    }

    private static RuleFinding finding(Rule rule, SignedComparison clause, Text name) {
        String problem = clause.fieldName() + " has at most " + LONGEST + " bytes, so it "
                + (clause.comparesWhole() ? "is never" : "never holds") + " " + Quotes.around(name.value());
        return RuleFinding.warning(rule, name.span(), "long-name", problem)
                .withHint("compare " + Quotes.around(beginning(name.value()))
                        + ", or the whole name with the end of a path" + " such as proc.exepath");
    }

    private static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    private static String beginning(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return new String(Arrays.copyOf(bytes, LONGEST), StandardCharsets.UTF_8);
    }
}
