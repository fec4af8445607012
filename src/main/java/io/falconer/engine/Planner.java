package io.falconer.engine;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.ruleset.OperandType;
import java.util.List;

/** Plans conditions: everything that does not depend on an event is decided here. */
final class Planner {
    private final Slots slots;
    private int shared;

    Planner(Slots slots) {
        this.slots = slots;
    }

    /** How many plans stand in several places, once everything is planned. */
    int shared() {
        return shared;
    }

    /** The plan of a term of checked conditions, always the same one. */
    Node plan(Term term) {
        Node known = term.plan();
        if (known != null) {
            return known;
        }
        Node node = node(term);
        Node plan = term.isShared() ? new Node.Once(node, shared++) : node;
        term.plan(plan);
        return plan;
    }

    private Node node(Term term) {
        return switch (term.expr()) {
            case Expr.And and -> new Node.And(operands(term));
            case Expr.Or or -> new Node.Or(operands(term));
            case Expr.Not not -> new Node.Not(plan(term.operands().getFirst()));
            case Expr.Exists exists -> new Checks.Exists(slots.of(exists.left()));
            case Expr.Comparison comparison -> comparison(comparison);
            case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
        };
    }

    private Node[] operands(Term term) {
        return term.operands().stream().map(this::plan).toArray(Node[]::new);
    }

    private Checks comparison(Expr.Comparison comparison) {
        OperandType left = OperandType.of(comparison.left(), slots.source());
        int slot = slots.of(comparison.left());
        return switch (comparison.right()) {
            case Right.Text text -> new Checks.Compare(slot, matcher(left, comparison, List.of(text)));
            case Right.TextList list -> new Checks.Compare(slot, matcher(left, comparison, list.items()));
            case Operand right ->
                new Checks.Pair(
                        slot,
                        slots.of(right),
                        PairMatchers.of(left, OperandType.of(right, slots.source()), comparison.operator()));
        };
    }

    private static Matcher matcher(OperandType left, Expr.Comparison comparison, List<Right.Text> constants) {
        return Matchers.of(
                left,
                comparison.operator(),
                comparison.modifier(),
                constants.stream().map(Right.Text::value).toList());
    }
}
