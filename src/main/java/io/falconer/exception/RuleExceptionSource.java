package io.falconer.exception;

import io.falconer.condition.Expr;
import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.explain.ValueComment;
import io.falconer.field.EventSource;
import io.falconer.logic.Deadline;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Span;
import io.falconer.verify.ConditionParts;
import io.falconer.verify.ProofFindings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The exceptions of loaded rules: one for each tuple of values, or for all values of an exception with a single field. Reason,
 * owner and end are what the comment at the values says.
 */
public final class RuleExceptionSource implements ExceptionSource {
    private final RuleSet rules;
    private final List<Value> values = new ArrayList<>();
    private final Engine bare;
    private final Engine silenced;

    /** A value of an exception. */
    private record Value(Rule rule, String name, Expr check, Location place) {}

    /** The exceptions of rules. */
    public RuleExceptionSource(RuleSet rules) {
        this.rules = rules;
        List<Rule> without = new ArrayList<>();
        List<Rule> matching = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            ConditionParts parts = new ConditionParts(rule);
            if (!parts.exceptions().isEmpty()) {
                without.add(with(rule, rule.name(), parts.plain()));
                for (Expr check : values(rule, parts)) {
                    matching.add(with(
                            rule,
                            Integer.toString(matching.size()),
                            new Expr.And(List.of(parts.plain(), check), Span.NONE)));
                }
            }
        }
        this.bare = engine(without, rules);
        this.silenced = engine(matching, rules);
    }

    /** Adds the values of a rule, and returns their checks. */
    private List<Expr> values(Rule rule, ConditionParts parts) {
        List<Expr> checks = new ArrayList<>();
        for (Expr alternatives : parts.exceptions()) {
            String name = parts.exceptionName(alternatives);
            List<Expr> all = alternatives instanceof Expr.Or or ? or.operands() : List.of(alternatives);
            for (int i = 0; i < all.size(); i++) {
                Expr check = all.get(i);
                String numbered = all.size() == 1 ? name : name + ", value " + (i + 1);
                values.add(new Value(
                        rule, numbered, check, parts.valuesPlace(check).location()));
                checks.add(check);
            }
        }
        return checks;
    }

    private static Rule with(Rule rule, String name, Expr condition) {
        return new Rule(
                name,
                rule.source(),
                condition,
                rule.output(),
                rule.priority(),
                rule.tags(),
                rule.enabled(),
                rule.description(),
                rule.place(),
                rule.sources());
    }

    private static Engine engine(List<Rule> rules, RuleSet all) {
        return Engine.of(new RuleSet(rules, all.falco()), RuleMatching.ALL, Priority.DEBUG);
    }

    @Override
    public List<ListedException> exceptions() {
        return values.stream().map(RuleExceptionSource::listed).toList();
    }

    @Override
    public List<Set<EventSource>> eventSources() {
        return values.stream().map(value -> Set.of(value.rule().source())).toList();
    }

    private static ListedException listed(Value value) {
        ValueReason reason = ValueComment.at(value.place()).map(ValueReason::of).orElse(ValueReason.of(""));
        return new ListedException(
                value.name(),
                List.of(value.rule().name()),
                Optional.empty(),
                reason.owner(),
                reason.reason(),
                reason.expires(),
                "every event whose " + CheckWords.of(value.check()),
                value.place(),
                Optional.empty(),
                wide(value).stream().toList());
    }

    private static Optional<Diagnostic> wide(Value value) {
        boolean isNarrow = value.rule().source() != EventSource.SYSCALL
                || CheckWords.fields(value.check())
                        .anyMatch(field -> field.startsWith("container.") || field.startsWith("proc."));
        return isNarrow
                ? Optional.empty()
                : Optional.of(Diagnostic.warning(
                                "wide-exception",
                                "exception \"" + value.name() + "\" silences whatever the image or process is",
                                value.place())
                        .withHint("add a field for the image or process, unless the reason is about all of them"));
    }

    @Override
    public List<Integer> silencing(Event event) {
        return bare.evaluate(event).isEmpty()
                ? List.of()
                : silenced.evaluate(event).stream()
                        .map(Alert::rule)
                        .map(rule -> Integer.valueOf(rule.name()))
                        .toList();
    }

    @Override
    public Proved prove(Deadline deadline) {
        ProofFindings proved = ProofFindings.ofExceptions(rules, deadline);
        Map<Integer, List<Diagnostic>> findings = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            List<Diagnostic> own = proved.findings().stream()
                    .filter(finding -> finding.rule().name().equals(value.rule().name())
                            && finding.origin().location().equals(value.place()))
                    .map(finding -> {
                        Diagnostic warning = Diagnostic.warning(finding.code(), finding.problem(), value.place());
                        return finding.hint().map(warning::withHint).orElse(warning);
                    })
                    .toList();
            if (!own.isEmpty()) {
                findings.put(i, own);
            }
        }
        return new Proved(findings, proved.undecided().size());
    }
}
