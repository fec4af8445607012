package io.falconer.engine;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.event.Value;
import java.util.List;

/** The checks that conditions are made of. */
sealed interface Checks extends Node.Check {
    /** {@code left exists}. */
    record Exists(Expr.Exists expr, int slot) implements Checks {
        @Override
        public boolean holds(Frame frame) {
            return Node.present(frame.value(slot));
        }

        @Override
        public List<Explanation.Reading> readings(Frame frame) {
            return List.of(new Explanation.Reading(expr.left(), frame.value(slot)));
        }
    }

    /** A value against constants. */
    record Compare(Expr.Comparison expr, int slot, Matcher matcher) implements Checks {
        @Override
        public boolean holds(Frame frame) {
            Value value = frame.value(slot);
            return Node.present(value) && matcher.matches(value);
        }

        @Override
        public List<Explanation.Reading> readings(Frame frame) {
            return List.of(new Explanation.Reading(expr.left(), frame.value(slot)));
        }
    }

    /** A value against another value of the event (section 2.4). */
    record Pair(Expr.Comparison expr, Operand right, int leftSlot, int rightSlot, PairMatcher matcher)
            implements Checks {
        @Override
        public boolean holds(Frame frame) {
            Value left = frame.value(leftSlot);
            if (!Node.present(left)) {
                return false;
            }
            Value other = frame.value(rightSlot);
            return Node.present(other) && matcher.matches(left, other);
        }

        @Override
        public List<Explanation.Reading> readings(Frame frame) {
            return List.of(
                    new Explanation.Reading(expr.left(), frame.value(leftSlot)),
                    new Explanation.Reading(right, frame.value(rightSlot)));
        }
    }
}
