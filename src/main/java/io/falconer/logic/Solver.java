package io.falconer.logic;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether clauses can be true together, by conflict-driven clause learning as MiniSat does it (Eén and Sörensson, "An
 * Extensible SAT-solver", 2003): two watched literals, first unique implication points, activities, saved phases, restarts in
 * Luby's sequence. Variables and clauses may be added between questions. Learned clauses stay. The same calls give the same
 * answers.
 *
 * <p>A literal is a variable's number, negative for its negation. Not for use by several threads at once.
 */
public final class Solver {
    /** The number of conflicts between restarts, as a factor of Luby's sequence. */
    private static final int RESTART = 100;

    private final Trail trail = new Trail();
    private final Watches watches = new Watches();
    private final VariableOrder order = new VariableOrder();
    private final Analysis analysis = new Analysis(trail);
    private final LearnedClauses learned = new LearnedClauses();
    private int variables;
    private int capacity;
    /** Whether the clauses alone cannot be true. */
    private boolean contradictory;

    /** Adds a variable and returns its number. Numbers start at 1. */
    public int newVariable() {
        variables++;
        if (variables >= capacity) {
            capacity = Math.max(16, 2 * capacity);
            trail.grow(capacity);
            watches.grow(2 * capacity);
            order.grow(capacity);
            analysis.grow(capacity);
        }
        order.insert(variables);
        return variables;
    }

    /**
     * Adds that one of {@code literals} is true.
     *
     * @throws IllegalArgumentException if a literal does not belong to a variable
     */
    public void addClause(int... literals) {
        int[] sorted = encoded(literals);
        Arrays.sort(sorted);
        int size = 0;
        for (int literal : sorted) {
            boolean besideItsNegation = size > 0 && sorted[size - 1] == Trail.negation(literal);
            if (contradictory || besideItsNegation || trail.isTrue(literal)) {
                return;
            }
            boolean again = size > 0 && sorted[size - 1] == literal;
            if (!again && !trail.isFalse(literal)) {
                sorted[size++] = literal;
            }
        }
        switch (size) {
            case 0 -> contradictory = true;
            case 1 -> {
                trail.assign(sorted[0], null);
                contradictory = watches.propagate(trail) != null;
            }
            default -> watches.watch(new Clause(Arrays.copyOf(sorted, size), false));
        }
    }

    private int[] encoded(int[] literals) {
        int[] encoded = new int[literals.length];
        for (int i = 0; i < literals.length; i++) {
            if (literals[i] == 0 || Math.abs((long) literals[i]) > variables) {
                throw new IllegalArgumentException("no variable: " + literals[i]);
            }
            encoded[i] = Trail.literal(literals[i]);
        }
        return encoded;
    }

    /** Whether all clauses can be true together with all {@code assumptions}, which apply only to this question. */
    public Answer solve(Budget budget, int... assumptions) {
        Answer answer = search(budget, encoded(assumptions));
        trail.backtrack(0, order);
        return answer;
    }

    /**
     * Searches with restarts. After each restart, the search starts again with the learned clauses. Each round propagates, and
     * then either learns from a conflict or decides.
     */
    private Answer search(Budget budget, int[] assumptions) {
        long conflicts = 0;
        int restarts = 0;
        int left = 0;
        while (!contradictory) {
            @Nullable Clause conflict = watches.propagate(trail);
            if (conflict != null) {
                learn(conflict);
                left--;
                if (!budget.allows(++conflicts)) {
                    return contradictory ? new Answer.Unsatisfiable(List.of()) : new Answer.Unknown();
                }
            } else if (left <= 0) {
                left = RESTART * Luby.at(++restarts);
                restart();
            } else {
                int literal = decide(assumptions);
                if (literal == 0) {
                    return new Answer.Satisfiable(model());
                }
                if (trail.isFalse(literal)) {
                    return new Answer.Unsatisfiable(core(literal, assumptions));
                }
                trail.openLevel();
                if (trail.isOpen(literal)) {
                    trail.assign(literal, null);
                }
            }
        }
        return new Answer.Unsatisfiable(List.of());
    }

    /**
     * Learns from a clause that is false: adds the learned clause, backtracks to the level at which the clause would have
     * forced its first literal, and makes this literal true.
     */
    private void learn(Clause conflict) {
        if (trail.level() == 0) {
            contradictory = true;
            return;
        }
        int[] literals = analysis.firstUniqueImplicationPoint(conflict, order, learned::bump);
        if (literals.length == 1) {
            trail.backtrack(0, order);
            trail.assign(literals[0], null);
        } else {
            trail.backtrack(trail.level(Trail.variable(literals[1])), order);
            Clause clause = new Clause(literals, true);
            learned.add(clause);
            watches.watch(clause);
            trail.assign(literals[0], clause);
        }
        order.decay();
        learned.decay();
    }

    /** Undoes all decisions. Activities, phases and learned clauses stay, so that the next attempt differs. */
    private void restart() {
        trail.backtrack(0, order);
        if (learned.areMany()) {
            learned.forgetHalf(trail);
            watches.dropForgotten();
        }
    }

    /**
     * The literal of the next level: first the assumptions, one for each level, even if they are already true or false; then
     * the most active open variable, with its last phase. 0 if all are assigned.
     */
    private int decide(int[] assumptions) {
        if (trail.level() < assumptions.length) {
            return assumptions[trail.level()];
        }
        while (!order.isEmpty()) {
            int variable = order.removeFirst();
            int literal = Trail.literal(variable);
            if (trail.isOpen(literal)) {
                return trail.phase(variable) ? literal : Trail.negation(literal);
            }
        }
        return 0;
    }

    private Model model() {
        BitSet trueVariables = new BitSet(variables + 1);
        for (int variable = 1; variable <= variables; variable++) {
            trueVariables.set(variable, trail.isTrue(Trail.literal(variable)));
        }
        return new Model(trueVariables);
    }

    private List<Integer> core(int falseAssumption, int[] assumptions) {
        Set<Integer> core = analysis.core(falseAssumption);
        return Arrays.stream(assumptions)
                .distinct()
                .filter(core::contains)
                .mapToObj(Trail::signed)
                .toList();
    }
}
