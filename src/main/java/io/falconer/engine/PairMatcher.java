package io.falconer.engine;

import io.falconer.condition.Operator;
import io.falconer.event.Value;
import io.falconer.field.Glob;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares two values of an event; neither is {@link Value.None} (section 2.4). */
interface PairMatcher {
    boolean matches(Value left, Value right);

    /** Two texts. */
    record Texts(Operator operator) implements PairMatcher {
        @Override
        public boolean matches(Value left, Value right) {
            return left instanceof Value.Text a && right instanceof Value.Text b && matches(a.text(), b.text());
        }

        private boolean matches(String left, String right) {
            return switch (operator) {
                case EQ, IN, INTERSECTS -> left.equals(right);
                case NE -> !left.equals(right);
                case LT, LE, GT, GE -> Order.holds(operator, Utf8.compare(left, right));
                case CONTAINS, BCONTAINS -> left.contains(right);
                case ICONTAINS -> new FoldedSearch(right).in(left);
                case STARTSWITH, BSTARTSWITH -> left.startsWith(right);
                case ENDSWITH -> left.endsWith(right);
                case GLOB -> Glob.compile(right, false).matches(left);
                case IGLOB -> Glob.compile(right, true).matches(left);
                case REGEX, PMATCH -> false;
            };
        }
    }

    /** Two numbers of one type. */
    record Numbers(Operator operator, boolean unsigned) implements PairMatcher {
        @Override
        public boolean matches(Value left, Value right) {
            return left instanceof Value.Int a
                    && right instanceof Value.Int b
                    && Order.holds(
                            operator,
                            unsigned ? Long.compareUnsigned(a.bits(), b.bits()) : Long.compare(a.bits(), b.bits()));
        }
    }

    /** Two values of a type that only knows the same and not the same, such as booleans and addresses. */
    record Same(Operator operator) implements PairMatcher {
        @Override
        public boolean matches(Value left, Value right) {
            return left.equals(right) == (operator != Operator.NE);
        }
    }

    /** Two floating-point numbers. */
    record Reals(Operator operator) implements PairMatcher {
        @Override
        public boolean matches(Value left, Value right) {
            return left instanceof Value.Real a
                    && right instanceof Value.Real b
                    && Order.holds(operator, Double.compare(a.value(), b.value()));
        }
    }

    /** Two lists: with {@code in} each element of the left is among the right's, with {@code intersects} some is. */
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

    /** Never holds, because of a terminating NUL that Falco counts on one side only (section 2.3). */
    enum Never implements PairMatcher {
        NEVER;

        @Override
        public boolean matches(Value left, Value right) {
            return false;
        }
    }
}
