package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.logic.Formula;
import io.falconer.ruleset.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds values of exceptions that silence nothing: the rule does not fire there anyway, or other exceptions silence it. */
final class IdleExceptions {
    /** More values are not looked into: each is tried with all others. */
    private static final int MOST = 1_000;

    private final Conditions all;
    private final Consumer<RuleFact> found;

    IdleExceptions(Conditions all, Consumer<RuleFact> found) {
        this.all = all;
        this.found = found;
    }

    /** Looks into a rule that can fire. */
    void search(Rule rule) {
        ConditionParts parts = new ConditionParts(rule);
        List<Expr> values =
                parts.exceptions().stream().flatMap(IdleExceptions::values).toList();
        if (values.size() > MOST) {
            found.accept(new RuleFact.Undecided(rule, "has exceptions without effect", "too many exceptions"));
            return;
        }
        List<Given> clauses = values.isEmpty()
                ? List.of()
                : RuleProofs.clauses(parts.plain())
                        .map(clause -> new Given(clause, true))
                        .toList();
        Conditions conditions = all.empty();
        List<Expr> kept = new ArrayList<>(values);
        for (Expr value : values.reversed()) {
            List<Given> around = new ArrayList<>(clauses);
            kept.stream().filter(each -> each != value).forEach(each -> around.add(new Given(each, false)));
            List<Formula> formulas = Stream.concat(around.stream(), Stream.of(new Given(value, true)))
                    .map(each -> each.formula(conditions))
                    .toList();
            switch (conditions.together(formulas)) {
                case Conditions.Possible possible -> {}
                case Conditions.Undecided(String reason) ->
                    found.accept(new RuleFact.Undecided(rule, "has exceptions without effect", reason));
                case Conditions.Impossible(List<Formula> core) -> {
                    kept.removeIf(each -> each == value);
                    found.accept(new RuleFact.IdleException(rule, value, Given.in(core, around, formulas)));
                }
            }
        }
    }

    private static Stream<Expr> values(Expr alternatives) {
        return alternatives instanceof Expr.Or or ? or.operands().stream() : Stream.of(alternatives);
    }
}
