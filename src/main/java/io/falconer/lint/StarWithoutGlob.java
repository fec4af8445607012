package io.falconer.lint;

import io.falconer.condition.Operator;
import io.falconer.condition.Right.Text;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds {@code *} in constants of operators for which it is an ordinary character. Command lines and rights may contain one, so
 * only names and paths are checked.
 */
final class StarWithoutGlob {
    private static final Pattern NAMES = Pattern.compile("fd\\.(?:name|nameraw|directory|filename|containername)"
            + "|fs\\.path\\..*|proc\\.(?:p|a|s)?(?:name|exe|exepath)|proc\\.cwd"
            + "|container\\.(?:name|image.*)|k8s\\.(?:ns|pod)\\.name|user\\.name"
            + "|ka\\.(?:target|user)\\.(?:name|namespace)|ka\\.req\\..*image.*");

    private StarWithoutGlob() {}

    static List<RuleFinding> of(Rule rule) {
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause -> NAMES.matcher(clause.fieldName()).matches() && takesStarsAsTheyAre(clause.operator()))
                .flatMap(clause -> clause.constants().stream()
                        .filter(constant -> isPattern(constant.value(), clause.operator()))
                        .limit(1)
                        .map(constant -> finding(rule, clause, constant)))
                .limit(Findings.MOST)
                .toList();
    }

    private static boolean takesStarsAsTheyAre(Operator operator) {
        return switch (operator) {
            case EQ, NE, IN, INTERSECTS, CONTAINS, ICONTAINS, STARTSWITH, ENDSWITH -> true;
            case LT, LE, GT, GE, BCONTAINS, BSTARTSWITH, GLOB, IGLOB, REGEX, PMATCH -> false;
        };
    }

    /** To search for a literal star, write {@code contains "*"}. */
    private static boolean isPattern(String text, Operator operator) {
        boolean wanted = text.equals("*") && operator != Operator.EQ && operator != Operator.IN;
        return text.indexOf('*') >= 0 && !wanted;
    }

    private static RuleFinding finding(Rule rule, SignedComparison clause, Text constant) {
        String pattern = constant.value();
        String problem = "the star in " + Quotes.around(pattern) + " is an ordinary character for \""
                + clause.operator().symbol() + "\"";
        boolean isPrefix = pattern.indexOf('*') == pattern.length() - 1 && pattern.length() > 1;
        String not = clause.operator() == Operator.NE ? "not " : "";
        String hint = isPrefix && clause.comparesWhole()
                ? not + clause.fieldName() + " startswith " + pattern.substring(0, pattern.length() - 1)
                : not + clause.fieldName() + " glob " + around(clause.operator(), pattern);
        return RuleFinding.warning(rule, constant.span(), "star-without-glob", problem)
                .withHint("for a pattern, write " + Quotes.around(hint));
    }

    /** A glob is compared with the whole text. */
    private static String around(Operator operator, String pattern) {
        boolean before =
                operator == Operator.ENDSWITH || operator == Operator.CONTAINS || operator == Operator.ICONTAINS;
        boolean after =
                operator == Operator.STARTSWITH || operator == Operator.CONTAINS || operator == Operator.ICONTAINS;
        return (before && !pattern.startsWith("*") ? "*" : "") + pattern + (after && !pattern.endsWith("*") ? "*" : "");
    }
}
