package io.falconer.engine;

import io.falconer.condition.Expr;
import io.falconer.event.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A planned condition. {@link #holds} decides as Falco does, from left to right and no further than needed; {@link
 * #explain} looks at everything. Both ask the same comparisons.
 */
sealed interface Node {
    boolean holds(Frame frame);

    Explanation explain(Frame frame);

    /** All hold. */
    record And(Expr expr, List<Node> operands) implements Node {
        @Override
        public boolean holds(Frame frame) {
            for (int i = 0; i < operands.size(); i++) {
                if (!operands.get(i).holds(frame)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Explanation explain(Frame frame) {
            List<Explanation> parts = Node.explain(operands, frame);
            return new Explanation(expr, parts.stream().allMatch(Explanation::holds), List.of(), parts);
        }
    }

    /** Some hold. */
    record Or(Expr expr, List<Node> operands) implements Node {
        @Override
        public boolean holds(Frame frame) {
            for (int i = 0; i < operands.size(); i++) {
                if (operands.get(i).holds(frame)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Explanation explain(Frame frame) {
            List<Explanation> parts = Node.explain(operands, frame);
            return new Explanation(expr, parts.stream().anyMatch(Explanation::holds), List.of(), parts);
        }
    }

    /** The operand does not hold. */
    record Not(Expr expr, Node operand) implements Node {
        @Override
        public boolean holds(Frame frame) {
            return !operand.holds(frame);
        }

        @Override
        public Explanation explain(Frame frame) {
            Explanation part = operand.explain(frame);
            return new Explanation(expr, !part.holds(), List.of(), List.of(part));
        }
    }

    /** A single check: everything that reads values. */
    non-sealed interface Check extends Node {
        Expr expr();

        /** The values that the check reads. */
        List<Explanation.Reading> readings(Frame frame);

        @Override
        default Explanation explain(Frame frame) {
            return new Explanation(expr(), holds(frame), readings(frame), List.of());
        }
    }

    private static List<Explanation> explain(List<Node> operands, Frame frame) {
        List<Explanation> parts = new ArrayList<>(operands.size());
        operands.forEach(o -> parts.add(o.explain(frame)));
        return parts;
    }

    /** Whether there is a value at all; without one every check is false (section 3.1). */
    static boolean present(Value value) {
        return value != Value.None.NONE;
    }
}
