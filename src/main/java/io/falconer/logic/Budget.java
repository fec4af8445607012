package io.falconer.logic;

import java.util.function.BooleanSupplier;

/**
 * The maximum cost of one question.
 *
 * @param conflicts the maximum number of conflicts
 * @param expired checked after each conflict; true stops the solver, for example at a deadline
 */
public record Budget(long conflicts, BooleanSupplier expired) {
    /** No limit. */
    public static Budget unlimited() {
        return ofConflicts(Long.MAX_VALUE);
    }

    /** This many conflicts, without a limit on time. */
    public static Budget ofConflicts(long conflicts) {
        return new Budget(conflicts, () -> false);
    }

    boolean allows(long conflictsSoFar) {
        return conflictsSoFar < conflicts && !expired.getAsBoolean();
    }
}
