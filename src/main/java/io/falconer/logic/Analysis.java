package io.falconer.logic;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the cause of a conflict. It follows the trail back along the clauses that forced its literals. */
final class Analysis {
    private static final Clause DECISION = new Clause(new int[0], false);

    private final Trail trail;
    private boolean[] seen = {};
    private int[] learned = {};
    private int size;

    Analysis(Trail trail) {
        this.trail = trail;
    }

    /** Makes room for the variables up to {@code capacity}, exclusive. */
    void grow(int capacity) {
        seen = Arrays.copyOf(seen, capacity);
        learned = Arrays.copyOf(learned, capacity);
    }

    /**
     * The clause that a conflict teaches. It follows from the others and is false now. Its first literal is the first unique
     * implication point, negated: the only one of the current level. The second is one of the highest level among the rest,
     * which is where the clause forces the first.
     *
     * <p>Invariant: the literals that are {@code seen} and still ahead on the trail, together with the collected literals, are
     * all false. Each step replaces a literal of the current level by the other literals of the clause that forced it.
     */
    int[] firstUniqueImplicationPoint(Clause conflict, VariableOrder order, Consumer<Clause> involved) {
        size = 1;
        int open = 0;
        int at = trail.size();
        int point = -1;
        Clause clause = conflict;
        do {
            involved.accept(clause);
            for (int literal : clause.literals) {
                int variable = Trail.variable(literal);
                if (literal != point && !seen[variable] && trail.level(variable) > 0) {
                    seen[variable] = true;
                    order.bump(variable);
                    if (trail.level(variable) == trail.level()) {
                        open++;
                    } else {
                        learned[size++] = literal;
                    }
                }
            }
            do {
                at--;
            } while (!seen[Trail.variable(trail.at(at))]);
            point = trail.at(at);
            clause = reason(Trail.variable(point));
            seen[Trail.variable(point)] = false;
            open--;
        } while (open > 0);
        learned[0] = Trail.negation(point);
        int[] result = withoutImplied();
        for (int i = 1; i < size; i++) {
            seen[Trail.variable(learned[i])] = false;
        }
        highestSecond(result);
        return result;
    }

    /** Removes the literals that the others imply through one clause. */
    private int[] withoutImplied() {
        int[] result = new int[size];
        result[0] = learned[0];
        int kept = 1;
        for (int i = 1; i < size; i++) {
            if (!isImplied(learned[i])) {
                result[kept++] = learned[i];
            }
        }
        return kept == size ? result : Arrays.copyOf(result, kept);
    }

    private boolean isImplied(int literal) {
        Clause reason = reason(Trail.variable(literal));
        for (int i = 1; i < reason.literals.length; i++) {
            int variable = Trail.variable(reason.literals[i]);
            if (!seen[variable] && trail.level(variable) > 0) {
                return false;
            }
        }
        return reason != DECISION;
    }

    private Clause reason(int variable) {
        @Nullable Clause reason = trail.reason(variable);
        return reason == null ? DECISION : reason;
    }

    private void highestSecond(int[] literals) {
        for (int i = 2; i < literals.length; i++) {
            if (trail.level(Trail.variable(literals[i])) > trail.level(Trail.variable(literals[1]))) {
                int literal = literals[i];
                literals[i] = literals[1];
                literals[1] = literal;
            }
        }
    }

    /** The decisions that make {@code literal} false, and the literal itself. At this point, all decisions are assumptions. */
    Set<Integer> core(int literal) {
        Set<Integer> core = new HashSet<>();
        core.add(literal);
        seen[Trail.variable(literal)] = true;
        for (int at = trail.size() - 1; at >= trail.firstAboveRoot(); at--) {
            int variable = Trail.variable(trail.at(at));
            if (seen[variable]) {
                Clause reason = reason(variable);
                if (reason == DECISION) {
                    core.add(trail.at(at));
                }
                for (int i = 1; i < reason.literals.length; i++) {
                    int cause = Trail.variable(reason.literals[i]);
                    seen[cause] = trail.level(cause) > 0;
                }
                seen[variable] = false;
            }
        }
        seen[Trail.variable(literal)] = false;
        return core;
    }
}
