package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.lint.RuleFinding;
import io.falconer.ruleset.Rule;
import io.falconer.text.Severity;
import io.falconer.text.TextOrigin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of conditions without effect, as findings. */
final class RedundancyText {
    private static final int MOST_NAMED = 3;

    private RedundancyText() {}

    static RuleFinding of(RuleFact.RedundantClause fact) {
        ConditionParts parts = new ConditionParts(fact.rule());
        String always = fact.value() ? " is always true" : " is never true";
        return finding(
                fact.rule(),
                parts.place(fact.clause(), fact.parent()),
                "redundant-clause",
                name(parts, fact.clause(), fact.parent()) + always + where(parts, fact.parent(), fact.because()),
                "delete it, or say what it should add");
    }

    static RuleFinding of(RuleFact.RedundantItem fact) {
        ConditionParts parts = new ConditionParts(fact.rule());
        return finding(
                fact.rule(),
                fact.rule().origin(fact.item().span()),
                "redundant-item",
                ClauseText.quoted(fact.item().value()) + " makes no difference"
                        + (fact.because().isEmpty()
                                ? ": the other items cover it"
                                : where(parts, fact.comparison(), fact.because())),
                "delete it");
    }

    static RuleFinding of(RuleFact.IdleException fact) {
        Rule rule = fact.rule();
        ConditionParts parts = new ConditionParts(rule);
        String own = parts.exceptionName(fact.value());
        List<Given> clauses = fact.because().stream().filter(Given::value).toList();
        List<String> others = fact.because().stream()
                .filter(given -> !given.value())
                .map(given -> parts.exceptionName(given.part()).equals(own)
                        ? ClauseText.quoted(rule, given.part())
                        : "exception \"" + parts.exceptionName(given.part()) + "\"")
                .distinct()
                .toList();
        String values = "exception \"" + own + "\": " + ClauseText.quoted(rule, fact.value());
        return others.isEmpty()
                ? finding(
                        rule,
                        parts.valuesPlace(fact.value()),
                        "exception-without-effect",
                        values + " silences nothing"
                                + (clauses.isEmpty()
                                        ? ", because it is never true"
                                        : ", because the rule requires " + quoted(parts, rule.condition(), clauses)),
                        "delete the values, or correct them")
                : finding(
                        rule,
                        parts.valuesPlace(fact.value()),
                        "exception-inside-another",
                        values + " silences nothing more than " + String.join(" and ", others),
                        "delete the values, or make the others narrower");
    }

    private static String where(ConditionParts parts, Expr parent, List<Given> because) {
        String reasons = Stream.of(true, false)
                .map(value ->
                        because.stream().filter(each -> each.value() == value).toList())
                .filter(given -> !given.isEmpty())
                .map(given -> quoted(parts, parent, given)
                        + (given.size() == 1 ? " is " : " are ")
                        + (given.getFirst().value() ? "true" : "false"))
                .collect(Collectors.joining(" and "));
        return reasons.isEmpty() ? "" : " where " + reasons;
    }

    private static String quoted(ConditionParts parts, Expr parent, List<Given> given) {
        return given.stream()
                        .limit(MOST_NAMED)
                        .map(each -> name(parts, each.part(), parent))
                        .collect(Collectors.joining(" and "))
                + (given.size() > MOST_NAMED ? " and more" : "");
    }

    private static String name(ConditionParts parts, Expr part, Expr parent) {
        return parts.macro(part, parent)
                .map(use -> ClauseText.quoted(use.name()))
                .orElseGet(() -> ClauseText.quoted(parts.rule(), part));
    }

    private static RuleFinding finding(Rule rule, TextOrigin place, String code, String problem, String hint) {
        return new RuleFinding(rule, Severity.WARNING, code, problem, place, Optional.of(hint));
    }
}
