package io.falconer.engine;

import io.falconer.event.Value;

/** The checks of conditions: everything that reads values. */
sealed interface CheckNode extends Node {
    /** The slots that the check reads, from left to right. */
    int[] slots();

    /** {@code left exists}. */
    record Exists(int slot) implements CheckNode {
        @Override
        public boolean holds(Frame frame) {
            return Node.present(frame.value(slot));
        }

        @Override
        public int[] slots() {
            return new int[] {slot};
        }
    }

    /** A value against constants. */
    record Compare(int slot, ValueMatcher matcher) implements CheckNode {
        @Override
        public boolean holds(Frame frame) {
            Value value = frame.value(slot);
            return Node.present(value) && matcher.matches(value);
        }

        @Override
        public int[] slots() {
            return new int[] {slot};
        }
    }

    /** A value against another value of the event (section 2.4). */
    record Pair(int leftSlot, int rightSlot, PairMatcher matcher) implements CheckNode {
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
        public int[] slots() {
            return new int[] {leftSlot, rightSlot};
        }
    }
}
