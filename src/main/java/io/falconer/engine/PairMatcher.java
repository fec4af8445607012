package io.falconer.engine;

import io.falconer.event.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares two values of an event; neither is {@link Value.None} (section 2.4). */
interface PairMatcher {
    boolean matches(Value left, Value right);

    /** Two texts. */
    record Texts(TextRelation relation) implements PairMatcher {
        @Override
        public boolean matches(Value left, Value right) {
            return left instanceof Value.Text a && right instanceof Value.Text b && relation.holds(a.text(), b.text());
        }
    }

    /** Two numbers with a sign. */
    record Signed(Order order) implements PairMatcher {
        @Override
        public boolean matches(Value left, Value right) {
            return left instanceof Value.Int a
                    && right instanceof Value.Int b
                    && order.holds(Long.compare(a.bits(), b.bits()));
        }
    }

    /** Two numbers without a sign. */
    record Unsigned(Order order) implements PairMatcher {
        @Override
        public boolean matches(Value left, Value right) {
            return left instanceof Value.Int a
                    && right instanceof Value.Int b
                    && order.holds(Long.compareUnsigned(a.bits(), b.bits()));
        }
    }

    /** Two values of a type that can only be equal or different, such as booleans and addresses. */
    record Same(boolean same) implements PairMatcher {
        @Override
        public boolean matches(Value left, Value right) {
            return left.equals(right) == same;
        }
    }

    /** Two floating-point numbers. */
    record Reals(Order order) implements PairMatcher {
        @Override
        public boolean matches(Value left, Value right) {
            return left instanceof Value.Real a
                    && right instanceof Value.Real b
                    && order.holds(Double.compare(a.value(), b.value()));
        }
    }

    /** Two lists: with {@code in}, each element on the left is on the right too; with {@code intersects}, one of them is. */
    record Lists(boolean each) implements PairMatcher {
        @Override
        public boolean matches(Value left, Value right) {
            Set<Value.Scalar> among = new HashSet<>(items(right));
            for (Value.Scalar item : items(left)) {
                if (among.contains(item) != each) {
                    return !each;
                }
            }
            return each;
        }

        private static List<Value.Scalar> items(Value value) {
            return switch (value) {
                case Value.None none -> List.of();
                case Value.Scalar scalar -> List.of(scalar);
                case Value.Many many -> many.items();
            };
        }
    }

    /** Never holds, because Falco counts a terminating NUL on one side only (section 2.3). */
    enum Never implements PairMatcher {
        NEVER;

        @Override
        public boolean matches(Value left, Value right) {
            return false;
        }
    }
}
