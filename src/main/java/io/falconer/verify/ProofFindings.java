package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.lint.RuleFinding;
import io.falconer.logic.Deadline;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.Severity;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is proved about rules, as findings. They are warnings: rule sets hold macros that decide nothing until users override
 * them.
 *
 * @param findings at the conditions that they speak of
 * @param undecided what could not be decided
 * @param complete whether all was decided
 */
public record ProofFindings(List<RuleFinding> findings, List<RuleFact.Undecided> undecided, boolean complete) {
    /** Nothing was tried. */
    public static final ProofFindings NONE = new ProofFindings(List.of(), List.of(), false);

    private static final int MOST_NAMED = 3;

    public ProofFindings {
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
    }

    /** Proves what it can until {@code deadline}. */
    public static ProofFindings of(RuleSet rules, Deadline deadline) {
        return of(RuleProofs.of(rules, deadline));
    }

    /** Proves which values of exceptions have no effect, until {@code deadline}. */
    public static ProofFindings ofExceptions(RuleSet rules, Deadline deadline) {
        return of(RuleProofs.ofExceptions(rules, deadline));
    }

    private static ProofFindings of(List<RuleFact> facts) {
        List<RuleFinding> findings = new ArrayList<>();
        List<RuleFact.Undecided> undecided = new ArrayList<>();
        for (RuleFact proof : facts) {
            switch (proof) {
                case RuleFact.Dead dead -> findings.add(finding(dead));
                case RuleFact.AlwaysFires always ->
                    findings.add(finding(always.rule(), "always-fires", "every event makes the condition true")
                            .withHint("add a clause that says which events are meant"));
                case RuleFact.SameCondition same -> findings.add(finding(same));
                case RuleFact.Shadowed shadowed -> findings.add(finding(shadowed));
                case RuleFact.RedundantClause clause -> findings.add(RedundancyText.of(clause));
                case RuleFact.RedundantItem item -> findings.add(RedundancyText.of(item));
                case RuleFact.IdleException exception -> findings.add(RedundancyText.of(exception));
                case RuleFact.Undecided open -> undecided.add(open);
            }
        }
        return new ProofFindings(findings, undecided, undecided.isEmpty());
    }

    private static RuleFinding finding(Rule rule, String code, String problem) {
        return RuleFinding.warning(rule, place(rule), code, problem);
    }

    /** The condition; if something is appended to it, the last part, because what it is appended to may be right. */
    private static Span place(Rule rule) {
        if (rule.condition() instanceof Expr.And and) {
            Span last = and.operands().getLast().span();
            if (rule.origin(last).way().stream().anyMatch(step -> step.kind() == Via.Kind.APPEND)) {
                return last;
            }
        }
        return rule.condition().span();
    }

    private static RuleFinding finding(Rule rule, List<Expr> clauses, String code, String problem) {
        TextOrigin place = new ConditionParts(rule).place(clauses);
        return new RuleFinding(rule, Severity.WARNING, code, problem, place, Optional.empty());
    }

    private static RuleFinding finding(RuleFact.Dead dead) {
        Rule rule = dead.rule();
        String clauses = dead.clauses().stream()
                .limit(MOST_NAMED)
                .map(clause -> ClauseText.quoted(rule, clause))
                .collect(Collectors.joining(" and "));
        String why = dead.clauses().size() == 1
                ? ": " + clauses + " is never true"
                : ": " + clauses + (dead.clauses().size() > MOST_NAMED ? " and more" : "") + " are never true together";
        Optional<String> empty =
                dead.clauses().size() == 1 ? EmptyLists.in(rule, dead.clauses().getFirst()) : Optional.empty();
        return finding(
                        rule,
                        dead.clauses(),
                        "dead-rule",
                        "no event makes the condition true" + why
                                + empty.map(list -> ", because " + list).orElse(""))
                .withHint(
                        empty.isPresent()
                                ? "add items; while the rule waits for a list that users override, disable it"
                                : "change one of these clauses; while the rule waits for a macro that users override, disable"
                                        + " it");
    }

    private static RuleFinding finding(RuleFact.SameCondition same) {
        return finding(
                        same.rule(),
                        "same-condition",
                        "exactly the events of rule \"" + same.earlier().name() + "\" make the condition true")
                .withHint(
                        "only the earlier rule alerts, unless Falco runs with rule_matching: all; delete one of them");
    }

    private static RuleFinding finding(RuleFact.Shadowed shadowed) {
        Rule rule = shadowed.rule();
        List<Rule> by = shadowed.by().stream()
                .sorted(Comparator.comparing(other -> other.priority() == rule.priority()))
                .toList();
        String names = by.stream()
                .limit(MOST_NAMED)
                .map(other -> "\"" + other.name() + "\" (" + other.priority().title() + ")")
                .collect(Collectors.joining(", "));
        return finding(
                        rule,
                        shadowed.clauses(),
                        "shadowed-rule",
                        "it never alerts, because earlier rules take all its events: " + names
                                + (by.size() > MOST_NAMED ? " and " + (by.size() - MOST_NAMED) + " more" : ""))
                .withHint(
                        "define it before them, exclude its events from theirs, or run Falco with rule_matching: all");
    }
}
