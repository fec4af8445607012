package io.falconer.cover;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.coverage.Obligation;
import io.falconer.coverage.RulePart;
import io.falconer.coverage.RuleParts;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.text.Via;
import io.falconer.verify.Given;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What tests of a rule should show: the obligations of its parts, each with its place in the condition. A part decides alone if
 * the others that {@code and} joins with it hold, and those that {@code or} joins with it do not.
 */
final class Goals {
    private final Rule rule;
    private final Deque<RulePart> parts;
    private final List<Goal> goals = new ArrayList<>();

    private Goals(Rule rule, List<RulePart> parts) {
        this.rule = rule;
        this.parts = new ArrayDeque<>(parts);
    }

    /** The goals in the order of the condition, which is that of the parts. */
    static List<Goal> of(Rule rule, Falco falco) {
        Goals found = new Goals(rule, RuleParts.of(rule, falco).parts());
        found.visit(rule.condition(), List.of(), true);
        return found.goals;
    }

    private void visit(Expr expr, List<Given> sides, boolean fires) {
        boolean isException =
                rule.origin(expr.span()).way().stream().anyMatch(step -> step.kind() == Via.Kind.EXCEPTION);
        if (isException) {
            exception(expr, sides, fires);
            return;
        }
        switch (expr) {
            case Expr.And and -> visit(and.operands(), sides, fires, true);
            case Expr.Or or -> visit(or.operands(), sides, fires, false);
            case Expr.Not not -> visit(not.operand(), sides, !fires);
            case Expr.Exists check -> check(check, sides, fires);
            case Expr.Comparison check -> check(check, sides, fires);
            case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
        }
    }

    private void visit(List<Expr> operands, List<Given> sides, boolean fires, boolean neutral) {
        for (Expr operand : operands) {
            visit(operand, with(sides, operands, operand, neutral), fires);
        }
    }

    /** @param neutral what the others must be so that one operand decides: true for {@code and}, false for {@code or} */
    private static List<Given> with(List<Given> sides, List<Expr> operands, Expr operand, boolean neutral) {
        List<Given> more = new ArrayList<>(sides);
        for (Expr other : operands) {
            if (other != operand) {
                more.add(new Given(other, neutral));
            }
        }
        return more;
    }

    private void check(Expr check, List<Given> sides, boolean fires) {
        RulePart part = parts.remove();
        for (boolean truth : new boolean[] {fires, !fires}) {
            goals.add(new Goal(
                    new Obligation(part, truth),
                    check,
                    and(new Given(check, truth), sides),
                    truth == fires,
                    Optional.empty()));
        }
        while (parts.peek() instanceof RulePart.ListItem item && item.check() == part) {
            constant(check, item.text(), sides, fires);
        }
    }

    /** The values of an exception: constants of a check for one field, otherwise a tuple each. */
    private void exception(Expr expr, List<Given> sides, boolean fires) {
        if (expr instanceof Expr.Comparison(var left, var operator, var modifier, Right.TextList list, var span)
                && !list.items().isEmpty()) {
            list.items().stream().map(Right.Text::value).distinct().forEach(text -> constant(expr, text, sides, fires));
            return;
        }
        List<Expr> tuples = expr instanceof Expr.Or or ? or.operands() : List.of(expr);
        for (Expr tuple : tuples) {
            goals.add(new Goal(
                    new Obligation(parts.remove(), true),
                    tuple,
                    and(new Given(tuple, true), with(sides, tuples, tuple, false)),
                    fires,
                    Optional.empty()));
        }
    }

    /** A constant decides if the check would not hold without it. */
    private void constant(Expr check, String text, List<Given> sides, boolean fires) {
        List<Given> wanted = new ArrayList<>(and(new Given(check, true), sides));
        without(check, text).ifPresent(rest -> wanted.add(new Given(rest, false)));
        goals.add(new Goal(new Obligation(parts.remove(), true), check, wanted, fires, Optional.of(text)));
    }

    private static Optional<Expr> without(Expr check, String text) {
        if (!(check instanceof Expr.Comparison(var left, var operator, var modifier, Right.TextList list, var span))) {
            return Optional.empty();
        }
        List<Right.Text> rest =
                list.items().stream().filter(item -> !item.value().equals(text)).toList();
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Expr.Comparison(left, operator, modifier, new Right.TextList(rest, list.span()), span));
    }

    private static List<Given> and(Given given, List<Given> sides) {
        List<Given> both = new ArrayList<>(List.of(given));
        both.addAll(sides);
        return both;
    }
}
