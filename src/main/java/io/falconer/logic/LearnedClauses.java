package io.falconer.logic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The clauses that conflicts taught. When they become many, the less active half is forgotten. */
final class LearnedClauses {
    private static final double DECAY = 0.999;
    private static final double LARGE = 1e100;
    private static final int FIRST_LIMIT = 2000;

    private final List<Clause> clauses = new ArrayList<>();
    private int limit = FIRST_LIMIT;
    private double increment = 1;

    void add(Clause clause) {
        clauses.add(clause);
        bump(clause);
    }

    /** The clause took part in a conflict. */
    void bump(Clause clause) {
        if (clause.learned) {
            clause.activity += increment;
            if (clause.activity > LARGE) {
                clauses.forEach(each -> each.activity /= LARGE);
                increment /= LARGE;
            }
        }
    }

    /** Makes later conflicts count more than those before. */
    void decay() {
        increment /= DECAY;
    }

    boolean areMany() {
        return clauses.size() > limit;
    }

    /** Forgets the less active half, but none that has two literals or forces one now; allows some more from now on. */
    void forgetHalf(Trail trail) {
        clauses.sort(Comparator.comparingDouble(clause -> clause.activity));
        int half = clauses.size() / 2;
        for (Clause clause : clauses.subList(0, half)) {
            int first = clause.literals[0];
            boolean forces = trail.isTrue(first) && trail.reason(Trail.variable(first)) == clause;
            clause.forgotten = clause.literals.length > 2 && !forces;
        }
        clauses.removeIf(clause -> clause.forgotten);
        limit += limit / 10;
    }
}
