package io.falconer.engine;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.ruleset.OperandType;
import io.falconer.ruleset.StaleReads;
import java.util.List;

/** Plans conditions. Everything that does not depend on an event is decided here. */
final class Planner {
    private final Slots slots;
    private final Switches switches;
    private int shared;

    /** A planner over {@code slots}. */
    Planner(Slots slots, Switches switches) {
        this.slots = slots;
        this.switches = switches;
    }

    /** The number of plans that occur in several places, once everything is planned. */
    int shared() {
        return shared;
    }

    /** The plan of a subexpression of checked conditions, always the same plan. */
    Node plan(CommonSubexpression subexpression) {
        Node known = subexpression.plan();
        if (known != null) {
            return known;
        }
        Node node = node(subexpression);
        Node plan = subexpression.isShared() ? new Node.Memoized(node, shared++) : node;
        subexpression.plan(plan);
        return plan;
    }

    /** The plan of a rule's condition. */
    Node plan(Expr condition, CommonSubexpression subexpression) {
        Node steady = plan(subexpression);
        return switches.staleValues() && !StaleReads.of(condition).isEmpty()
                ? StaleCondition.of(condition, steady, slots)
                : steady;
    }

    private Node node(CommonSubexpression subexpression) {
        return switch (subexpression.expr()) {
            case Expr.And and -> new Node.And(operands(subexpression));
            case Expr.Or or -> new Node.Or(operands(subexpression));
            case Expr.Not not -> new Node.Not(plan(subexpression.operands().getFirst()));
            case Expr.Exists exists -> new CheckNode.Exists(slots.of(exists.left()));
            case Expr.Comparison comparison -> comparison(comparison);
            case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
        };
    }

    private Node[] operands(CommonSubexpression subexpression) {
        return subexpression.operands().stream().map(this::plan).toArray(Node[]::new);
    }

    private CheckNode comparison(Expr.Comparison comparison) {
        OperandType left = OperandType.of(comparison.left(), slots.catalogue());
        int slot = slots.of(comparison.left());
        return switch (comparison.right()) {
            case Right.Text text -> new CheckNode.Compare(slot, matcher(left, comparison, List.of(text)));
            case Right.TextList list -> new CheckNode.Compare(slot, matcher(left, comparison, list.items()));
            case Operand right ->
                new CheckNode.Pair(
                        slot,
                        slots.of(right),
                        PairMatchers.of(left, OperandType.of(right, slots.catalogue()), comparison.operator()));
        };
    }

    private ValueMatcher matcher(OperandType left, Expr.Comparison comparison, List<Right.Text> constants) {
        return Matchers.of(
                left,
                comparison.operator(),
                comparison.modifier(),
                constants.stream().map(Right.Text::value).toList(),
                switches);
    }
}
