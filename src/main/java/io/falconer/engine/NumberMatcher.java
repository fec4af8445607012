package io.falconer.engine;

import io.falconer.condition.Operator;
import io.falconer.event.Value;
import java.util.Set;

/** Comparisons of numbers, times and booleans. */
sealed interface NumberMatcher extends Matcher {
    /** A number against one constant; {@code unsigned} where the field's type is. */
    record Compared(Operator operator, long constant, boolean unsigned) implements NumberMatcher {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Int number
                    && Order.holds(
                            operator,
                            unsigned
                                    ? Long.compareUnsigned(number.bits(), constant)
                                    : Long.compare(number.bits(), constant));
        }
    }

    /** A number among several; the values themselves are the keys, so that looking one up makes nothing new. */
    record In(Set<Value> constants) implements NumberMatcher {
        public In {
            constants = Set.copyOf(constants);
        }

        @Override
        public boolean matches(Value value) {
            return constants.contains(value);
        }
    }

    record Real(Operator operator, double constant) implements NumberMatcher {
        @Override
        public boolean matches(Value value) {
            return switch (value) {
                case Value.Real real -> Order.holds(operator, Double.compare(real.value(), constant));
                case Value.Int number -> Order.holds(operator, Double.compare((double) number.bits(), constant));
                case Value.None none -> false;
                case Value.Text text -> false;
                case Value.Bool bool -> false;
                case Value.Ip ip -> false;
                case Value.Many many -> false;
            };
        }
    }

    record Bool(boolean constant) implements NumberMatcher {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Bool bool && bool.value() == constant;
        }
    }
}
