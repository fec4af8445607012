package io.falconer.logic;

import java.util.List;

/** What {@link Solver#solve} found. */
public sealed interface Answer {
    /** Some assignment makes all clauses and assumptions true. */
    record Satisfiable(Model model) implements Answer {}

    /**
     * No assignment does.
     *
     * @param core assumptions, in their order, that cannot be true together; empty where the clauses alone cannot.
     *     Not always the fewest.
     */
    record Unsatisfiable(List<Integer> core) implements Answer {
        public Unsatisfiable {
            core = List.copyOf(core);
        }
    }

    /** The budget was used up before either was found. */
    record Unknown() implements Answer {}
}
