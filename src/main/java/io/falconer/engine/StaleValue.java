package io.falconer.engine;

import io.falconer.condition.Operator;
import io.falconer.event.Value;

/** A value that was read, and what comparisons read from it. */
interface StaleValue {
    /** The value of the field. */
    Value own();

    /** The value that a comparison reads now. */
    Value seen(Operator operator);

    /** A value in memory that nothing overwrites. */
    static StaleValue copied(Value value) {
        return new Copied(value);
    }

    /** A value that comparisons read unchanged. */
    record Copied(Value own) implements StaleValue {
        @Override
        public Value seen(Operator operator) {
            return own;
        }
    }
}
