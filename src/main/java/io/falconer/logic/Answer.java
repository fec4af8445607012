package io.falconer.logic;

import java.util.List;

/** The result of {@link Solver#solve}. */
public sealed interface Answer {
    /** Some assignment makes all clauses and assumptions true. */
    record Satisfiable(Model model) implements Answer {}

    /**
     * No assignment does.
     *
     * @param core assumptions, in their order, that cannot be true together; empty if the clauses alone cannot. The number is
     *     not always minimal.
     */
    record Unsatisfiable(List<Integer> core) implements Answer {
        public Unsatisfiable {
            core = List.copyOf(core);
        }
    }

    /** The budget was used up before a result was found. */
    record Unknown() implements Answer {}
}
