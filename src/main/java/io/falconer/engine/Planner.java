package io.falconer.engine;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.field.FieldType;
import io.falconer.ruleset.OperandType;
import java.util.List;

/** Plans conditions: everything that does not depend on an event is decided here. */
final class Planner {
    private final Slots slots;

    Planner(Slots slots) {
        this.slots = slots;
    }

    /** The plan of a checked condition without macro references. */
    Node plan(Expr expr) {
        return switch (expr) {
            case Expr.And and -> new Node.And(and, each(and.operands()));
            case Expr.Or or -> new Node.Or(or, each(or.operands()));
            case Expr.Not not -> new Node.Not(not, plan(not.operand()));
            case Expr.Exists exists -> new Checks.Exists(exists, slots.of(exists.left()));
            case Expr.Comparison comparison -> comparison(comparison);
            case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
        };
    }

    private List<Node> each(List<Expr> operands) {
        return operands.stream().map(this::plan).toList();
    }

    private Node comparison(Expr.Comparison comparison) {
        OperandType left = OperandType.of(comparison.left(), slots.source());
        int slot = slots.of(comparison.left());
        return switch (comparison.right()) {
            case Right.Text text -> new Checks.Compare(comparison, slot, matcher(left, comparison, List.of(text)));
            case Right.TextList list -> new Checks.Compare(comparison, slot, matcher(left, comparison, list.items()));
            case Operand right ->
                new Checks.Pair(
                        comparison,
                        right,
                        slot,
                        slots.of(right),
                        pair(left, OperandType.of(right, slots.source()), comparison.operator()));
        };
    }

    private static Matcher matcher(OperandType left, Expr.Comparison comparison, List<Right.Text> constants) {
        return Matchers.of(
                left,
                comparison.operator(),
                comparison.modifier(),
                constants.stream().map(Right.Text::value).toList());
    }

    /** How two values of one type compare. */
    private static PairMatcher pair(OperandType left, OperandType right, Operator operator) {
        if (left.list()) {
            return left.terminated() == right.terminated()
                    ? new PairMatcher.Lists(operator == Operator.IN)
                    : PairMatcher.Never.NEVER;
        }
        FieldType type = left.type();
        return switch (type) {
            case CHARBUF, FSPATH, BYTEBUF -> {
                boolean lengths = operator == Operator.IN || operator == Operator.INTERSECTS;
                yield lengths && right.terminated()
                        ? PairMatcher.Never.NEVER
                        : new PairMatcher.Texts(TextRelation.of(operator));
            }
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> numbers(type, operator);
            case RELTIME, ABSTIME, ERRNO, FD, PID, PORT -> numbers(type, operator);
            case DOUBLE -> new PairMatcher.Reals(Order.of(operator));
            case BOOL, IPV4ADDR, IPADDR, IPNET, L4PROTO, SOCKFAMILY, DYN ->
                new PairMatcher.Same(operator != Operator.NE);
        };
    }

    private static PairMatcher numbers(FieldType type, Operator operator) {
        Order order = Order.of(operator);
        return type.isUnsigned() ? new PairMatcher.Unsigned(order) : new PairMatcher.Signed(order);
    }
}
