package io.falconer.engine;

import io.falconer.event.Value;

/** Comparisons of numbers, times and booleans. */
sealed interface NumberMatcher extends ValueMatcher {
    /** A number with a sign against one constant. */
    record Signed(Order order, long constant) implements NumberMatcher {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Int number && order.holds(Long.compare(number.bits(), constant));
        }
    }

    /** A number without a sign against one constant. */
    record Unsigned(Order order, long constant) implements NumberMatcher {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Int number && order.holds(Long.compareUnsigned(number.bits(), constant));
        }
    }

    /** A floating-point number against one constant. */
    record Real(Order order, double constant) implements NumberMatcher {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Real real && order.holds(Double.compare(real.value(), constant));
        }
    }

    /** A boolean that equals the constant. */
    record Bool(boolean constant) implements NumberMatcher {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Bool bool && bool.value() == constant;
        }
    }
}
