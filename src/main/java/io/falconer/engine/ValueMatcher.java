package io.falconer.engine;

import io.falconer.event.Value;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares a value with constants that are known when the plan is made. The value is never {@link Value.None}. */
interface ValueMatcher {
    boolean matches(Value value);

    /** The values without which this never holds. Only comparisons for equality of texts require more than some value. */
    default RequiredValues accepted() {
        return RequiredValues.ANY;
    }

    /** Never holds: {@code in ()}, or a comparison that Falco's types make impossible. */
    enum Never implements ValueMatcher {
        NEVER;

        @Override
        public boolean matches(Value value) {
            return false;
        }

        @Override
        public RequiredValues accepted() {
            return RequiredValues.NONE;
        }
    }

    /** {@code anyof} of anything that is not an equality. */
    record Any(List<ValueMatcher> elements) implements ValueMatcher {
        @Override
        public boolean matches(Value value) {
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i).matches(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code allof}; never holds for an empty list of constants. */
    record All(List<ValueMatcher> elements) implements ValueMatcher {
        @Override
        public boolean matches(Value value) {
            for (int i = 0; i < elements.size(); i++) {
                if (!elements.get(i).matches(value)) {
                    return false;
                }
            }
            return !elements.isEmpty();
        }
    }

    /** {@code oneof}: exactly one element. The same constant written twice counts as two elements. */
    record One(List<ValueMatcher> elements) implements ValueMatcher {
        @Override
        public boolean matches(Value value) {
            int matched = 0;
            for (int i = 0; i < elements.size() && matched < 2; i++) {
                matched += elements.get(i).matches(value) ? 1 : 0;
            }
            return matched == 1;
        }
    }

    /** The negation, for a value that exists. */
    record Unless(ValueMatcher inner) implements ValueMatcher {
        @Override
        public boolean matches(Value value) {
            return !inner.matches(value);
        }
    }

    /**
     * A value among several. The values are the keys, so that a lookup allocates nothing. The JDK's own immutable sets would
     * visit thousands of neighbours if hashes are consecutive, as those of addresses are.
     */
    record OneOf(Set<? extends Value> constants) implements ValueMatcher {
        public OneOf {
            constants = Collections.unmodifiableSet(new HashSet<>(constants));
        }

        @Override
        public boolean matches(Value value) {
            return constants.contains(value);
        }
    }

    /** {@code in} on a list field, and {@code !=} on both sides of a socket: each of its elements. */
    record Each(ValueMatcher element) implements ValueMatcher {
        @Override
        public boolean matches(Value value) {
            if (!(value instanceof Value.Many many)) {
                return element.matches(value);
            }
            List<Value.Scalar> items = many.items();
            for (int i = 0; i < items.size(); i++) {
                if (!element.matches(items.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /** An empty list, which transformers can give, holds whatever its elements are compared with. */
        @Override
        public RequiredValues accepted() {
            RequiredValues accepted = element.accepted();
            return accepted.isNone() ? RequiredValues.ANY : accepted;
        }
    }

    /** {@code intersects} on a list field, and fields that hold for any of several values: one of the elements. */
    record Some(ValueMatcher element) implements ValueMatcher {
        @Override
        public boolean matches(Value value) {
            if (!(value instanceof Value.Many many)) {
                return element.matches(value);
            }
            List<Value.Scalar> items = many.items();
            for (int i = 0; i < items.size(); i++) {
                if (element.matches(items.get(i))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public RequiredValues accepted() {
            return element.accepted();
        }
    }
}
