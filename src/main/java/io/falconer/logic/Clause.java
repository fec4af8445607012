package io.falconer.logic;

/**
 * A disjunction of literals, in the solver's own numbering (see {@link Trail}). The solver watches the first two, and moves
 * literals about.
 */
final class Clause {
    final int[] literals;
    /** Whether it follows from others, so that it may be forgotten. */
    final boolean learned;
    /** How much the clause has taken part in recent conflicts. */
    double activity;

    boolean forgotten;

    Clause(int[] literals, boolean learned) {
        this.literals = literals;
        this.learned = learned;
    }
}
