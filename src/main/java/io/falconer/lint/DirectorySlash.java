package io.falconer.lint;

import io.falconer.condition.Operator;
import io.falconer.condition.Right.Text;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.util.List;

/**
 * Finds {@code fd.directory} compared with a text that has a slash at the end, which the field never has, and {@code proc.cwd}
 * compared with a text without one, which it always has.
 */
final class DirectorySlash {
    private DirectorySlash() {}

    static List<RuleFinding> of(Rule rule) {
        return SignedComparison.of(rule.condition()).stream()
                .flatMap(clause -> clause.constants().stream()
                        .filter(constant -> isWrong(clause, constant.value()))
                        .map(constant -> finding(rule, clause, constant)))
                .limit(Findings.MOST)
                .toList();
    }

    private static boolean isWrong(SignedComparison clause, String path) {
        return switch (clause.fieldName()) {
            case "fd.directory" ->
                (clause.comparesWhole() || clause.operator() == Operator.ENDSWITH)
                        && path.length() > 1
                        && path.endsWith("/");
            case "proc.cwd" -> clause.comparesWhole() && path.startsWith("/") && !path.endsWith("/");
            default -> false;
        };
    }

    private static RuleFinding finding(Rule rule, SignedComparison clause, Text constant) {
        String path = constant.value();
        boolean surplus = path.endsWith("/");
        return RuleFinding.of(
                        rule,
                        constant.span(),
                        "directory-slash",
                        clause.fieldName() + (surplus ? " never" : " always") + " ends with a slash, so it is never "
                                + Quotes.around(path))
                .withHint("write " + Quotes.around(surplus ? path.substring(0, path.length() - 1) : path + "/"));
    }
}
