package io.falconer.engine;

import io.falconer.event.Value;

/**
 * A planned condition. It decides as Falco does, from left to right and no further than necessary. It contains no places, so
 * that rules with the same condition share it. Its structure is that of each {@link io.falconer.condition.Expr} it was planned
 * from.
 */
sealed interface Node permits Node.Junction, Node.Not, Node.Memoized, StaleCondition, CheckNode {
    boolean holds(Frame frame);

    /** Operands joined by {@code and} or {@code or}. */
    abstract sealed class Junction implements Node {
        final Node[] operands;

        /** Takes the array over. */
        private Junction(Node[] operands) {
            this.operands = operands;
        }

        int size() {
            return operands.length;
        }

        Node operand(int index) {
            return operands[index];
        }
    }

    /** All hold. */
    final class And extends Junction {
        And(Node[] operands) {
            super(operands);
        }

        @Override
        public boolean holds(Frame frame) {
            for (Node operand : operands) {
                if (!operand.holds(frame)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One holds. */
    final class Or extends Junction {
        Or(Node[] operands) {
            super(operands);
        }

        @Override
        public boolean holds(Frame frame) {
            for (Node operand : operands) {
                if (operand.holds(frame)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The operand does not hold. */
    record Not(Node operand) implements Node {
        @Override
        public boolean holds(Frame frame) {
            return !operand.holds(frame);
        }
    }

    /**
     * A condition that occurs in several places. Its verdict is computed on first use.
     *
     * @param number distinguishes it from the others of its source
     */
    record Memoized(Node inner, int number) implements Node {
        @Override
        public boolean holds(Frame frame) {
            return frame.verdict(number, inner);
        }
    }

    /** Whether there is a value. Without a value, every check is false (section 3.1). */
    static boolean present(Value value) {
        return value != Value.None.NONE;
    }
}
