package io.falconer.logic;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clauses and literals by chance. */
final class RandomClauses {
    private final Random random;
    private final int variables;

    RandomClauses(Random random, int variables) {
        this.random = random;
        this.variables = variables;
    }

    int[][] clauses(int count, int width) {
        return Stream.generate(() -> clause(width)).limit(count).toArray(int[][]::new);
    }

    /** Literals of different variables. */
    int[] clause(int width) {
        return random.ints(1, variables + 1)
                .distinct()
                .limit(width)
                .map(variable -> random.nextBoolean() ? variable : -variable)
                .toArray();
    }

    static Solver solver(int variables, int[][] clauses) {
        Solver solver = new Solver();
        IntStream.range(0, variables).forEach(i -> solver.newVariable());
        Stream.of(clauses).forEach(solver::addClause);
        return solver;
    }
}
