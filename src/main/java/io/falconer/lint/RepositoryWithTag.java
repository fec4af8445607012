package io.falconer.lint;

import io.falconer.condition.Operator;
import io.falconer.condition.Right.Text;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.util.List;

/** Finds repositories that are compared with an image name that has a tag or a digest, which a repository never has. */
final class RepositoryWithTag {
    private RepositoryWithTag() {}

    static List<RuleFinding> of(Rule rule) {
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause -> clause.fieldName().endsWith(".image.repository"))
                .filter(clause -> comparesEnd(clause.operator()))
                .flatMap(clause -> clause.constants().stream()
                        .filter(constant ->
                                nameEnd(constant.value()) < constant.value().length())
                        .map(constant -> finding(rule, clause, constant)))
                .limit(Findings.MOST)
                .toList();
    }

    private static boolean comparesEnd(Operator operator) {
        return switch (operator) {
            case EQ, NE, IN, INTERSECTS, ENDSWITH -> true;
            case LT, LE, GT, GE, CONTAINS, ICONTAINS, BCONTAINS, STARTSWITH, BSTARTSWITH -> false;
            case GLOB, IGLOB, REGEX, PMATCH -> false;
        };
    }

    /** The end of the repository: before a digest, or before a colon in the last part of the path. */
    private static int nameEnd(String image) {
        int digest = image.indexOf('@');
        int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
        return digest >= 0 ? digest : colon >= 0 ? colon : image.length();
    }

    private static RuleFinding finding(Rule rule, SignedComparison clause, Text constant) {
        String image = constant.value();
        int end = nameEnd(image);
        String field = clause.fieldName();
        String whole = field.substring(0, field.length() - ".repository".length());
        String part = image.charAt(end) == '@' ? "digest" : "tag";
        String problem = field + " has neither tag nor digest, so it is never " + Quotes.around(image);
        return RuleFinding.of(rule, constant.span(), "repository-with-tag", problem)
                .withHint(
                        whole.startsWith("container.")
                                ? "compare it with \"" + image.substring(0, end) + "\" and " + whole + "." + part
                                        + " with \"" + image.substring(end + 1) + "\""
                                : "compare " + whole + ", which contains the " + part);
    }
}
