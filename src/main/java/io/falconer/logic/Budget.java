package io.falconer.logic;

import java.util.function.BooleanSupplier;

/**
 * What one question may cost.
 *
 * @param conflicts how many contradictions the solver may run into
 * @param expired asked after each contradiction whether to stop, such as at a deadline
 */
public record Budget(long conflicts, BooleanSupplier expired) {
    /** As much as it takes. */
    public static Budget unlimited() {
        return ofConflicts(Long.MAX_VALUE);
    }

    /** So many conflicts, however long they take. */
    public static Budget ofConflicts(long conflicts) {
        return new Budget(conflicts, () -> false);
    }

    boolean allows(long conflictsSoFar) {
        return conflictsSoFar < conflicts && !expired.getAsBoolean();
    }
}
