package io.falconer.suite;

import io.falconer.event.Origin;
import io.falconer.explain.RuleExplanation;
import java.util.List;
import java.util.Optional;

/**
 * Why a rule did not fire on an event.
 *
 * @param event the event; empty if no event could have fired the rule
 * @param reasons the checks that prevented its condition from holding, for {@link Cause#CONDITION}
 * @param explanation what the rule does on the event; empty if there is no event
 */
public record Silence(
        Cause cause, Optional<Origin> event, List<Reason> reasons, Optional<RuleExplanation> explanation) {
    public Silence {
        reasons = List.copyOf(reasons);
    }

    /** A silence for which no event is responsible. */
    static Silence of(Cause cause) {
        return new Silence(cause, Optional.empty(), List.of(), Optional.empty());
    }

    /** The cause of the silence. */
    public enum Cause {
        /** Its condition does not hold for the event. */
        CONDITION,
        /**
         * Its condition holds, but Falco does not try it: an earlier rule matched the event and only the first match fires, or
         * the condition names other event types.
         */
        NOT_TRIED,
        /** The rule is disabled. */
        DISABLED,
        /** No event has the rule's source. */
        OTHER_SOURCE
    }

    /**
     * A check of a condition.
     *
     * @param check the check as in the condition, after {@code not} if it holds and must not
     * @param saw the values that it read
     */
    public record Reason(String check, String saw) {}
}
