package io.falconer.engine;

import io.falconer.condition.Operator;
import io.falconer.event.Value;

/** A value that was read, and what comparisons see of it. */
interface StaleValue {
    /** What the field holds. */
    Value own();

    /** What a comparison sees that comes up now. */
    Value seen(Operator operator);

    /** A value that is kept where nothing overwrites it. */
    static StaleValue copied(Value value) {
        return new Copied(value);
    }

    /** A value that is seen as it is. */
    record Copied(Value own) implements StaleValue {
        @Override
        public Value seen(Operator operator) {
            return own;
        }
    }
}
