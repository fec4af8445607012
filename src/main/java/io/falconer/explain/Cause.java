package io.falconer.explain;

import io.falconer.field.EventSource;
import io.falconer.ruleset.EventTypeSet;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;

/** Why a rule fires on an event or stays silent. */
public sealed interface Cause {
    /** Its condition holds, and Falco gives the alert. */
    record Fires() implements Cause {}

    /** Its condition does not hold. */
    record Condition() implements Cause {}

    /** Its condition holds, but {@code earlier} fires first, and only the first rule that matches gives an alert. */
    record Taken(Rule earlier) implements Cause {}

    /**
     * Its condition holds, but Falco does not try it on events of this type, because its analysis of the condition finds only
     * other types (section 3.7).
     */
    record NotIndexed(String type, EventTypeSet tried) implements Cause {}

    /** The rules files leave it disabled. */
    record Disabled() implements Cause {}

    /** Its priority is below the minimum. */
    record BelowPriority(Priority minimum) implements Cause {}

    /** It judges events of another source than that of the event. */
    record OtherSource(EventSource ofEvent) implements Cause {}
}
