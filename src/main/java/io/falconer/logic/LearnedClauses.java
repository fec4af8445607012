package io.falconer.logic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The clauses learned from conflicts. When there are many, the less active half is deleted. */
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

    /** Records that the clause was involved in a conflict. */
    void bump(Clause clause) {
        if (clause.learned) {
            clause.activity += increment;
            if (clause.activity > LARGE) {
                clauses.forEach(each -> each.activity /= LARGE);
                increment /= LARGE;
            }
        }
    }

    /** Makes later conflicts count more than earlier ones. */
    void decay() {
        increment /= DECAY;
    }

    boolean areMany() {
        return clauses.size() > limit;
    }

    /** Deletes the less active half, except clauses that have two literals or force a literal now. Then raises the limit. */
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
