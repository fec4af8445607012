package io.falconer.logic;

/**
 * The maximum cost of one question.
 *
 * @param conflicts the maximum number of conflicts
 * @param deadline checked after each conflict
 */
public record Budget(long conflicts, Deadline deadline) {
    /** No limit. */
    public static Budget unlimited() {
        return ofConflicts(Long.MAX_VALUE);
    }

    /** This many conflicts, without a limit on time. */
    public static Budget ofConflicts(long conflicts) {
        return new Budget(conflicts, Deadline.none());
    }

    boolean allows(long conflictsSoFar) {
        return conflictsSoFar < conflicts && !deadline.isOver();
    }
}
