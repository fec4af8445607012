package io.falconer.logic;

/**
 * A disjunction of literals, in the solver's own numbering (see {@link Trail}). The solver watches the first two literals, and
 * reorders literals.
 */
final class Clause {
    final int[] literals;
    /** Whether it follows from other clauses, so that the solver may delete it. */
    final boolean learned;
    /** How much the clause was involved in recent conflicts. */
    double activity;

    boolean forgotten;

    Clause(int[] literals, boolean learned) {
        this.literals = literals;
        this.learned = learned;
    }
}
