package io.falconer.engine;

import io.falconer.event.Value;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares a value with constants known when the plan was made. The value is never {@link Value.None}. */
interface ValueMatcher {
    boolean matches(Value value);

    /**
     * The values without which this never holds. Only those that compare texts for equality say more than that there must
     * be some value.
     */
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

    /** {@code anyof} of whatever is no equality. */
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

    /** {@code allof}; never of nothing. */
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

    /** {@code oneof}: exactly one element, and the same constant written twice is two elements. */
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

    /** The contrary, for a value that is there. */
    record Unless(ValueMatcher inner) implements ValueMatcher {
        @Override
        public boolean matches(Value value) {
            return !inner.matches(value);
        }
    }

    /**
     * A value among several; the values themselves are the keys, so that looking one up makes nothing new. The JDK's own
     * immutable sets would go through thousands of neighbours where hashes follow one another, as those of addresses do.
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

    /** {@code intersects} on a list field, and fields that hold for any of several values: some element. */
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
