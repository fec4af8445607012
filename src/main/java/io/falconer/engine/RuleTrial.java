package io.falconer.engine;

import org.jspecify.annotations.Nullable;

/** Tries one rule on one event. */
@FunctionalInterface
interface RuleTrial {
    /** The rule's alert; null if its condition does not hold. */
    @Nullable Alert of(int number, PlannedRule rule, Frame frame);

    /** Returns only the alert. */
    static @Nullable Alert plain(int number, PlannedRule rule, Frame frame) {
        return rule.condition().holds(frame) ? rule.alert(frame) : null;
    }
}
