package io.falconer.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;

class SolverTest {
    private static final Budget UNLIMITED = Budget.unlimited();

    @Test
    void agreesWithBruteForce() {
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            int variables = 3 + random.nextInt(8);
            RandomClauses chance = new RandomClauses(random, variables);
            int[][] clauses = chance.clauses(random.nextInt(6 * variables), 1 + random.nextInt(3));
            int[] assumptions = chance.clause(random.nextInt(4));

            Answer answer = RandomClauses.solver(variables, clauses).solve(UNLIMITED, assumptions);

            assertThat(answer instanceof Answer.Satisfiable).isEqualTo(hasModel(variables, with(clauses, assumptions)));
            assertHolds(answer, clauses, assumptions);
        }
    }

    @Test
    void agreesWithSat4jWhereClausesAreHard() throws TimeoutException {
        Random random = new Random(2);
        int satisfiable = 0;
        for (int i = 0; i < 60; i++) {
            int variables = 60 + random.nextInt(60);
            int[][] clauses = new RandomClauses(random, variables).clauses((int) (4.26 * variables), 3);

            Answer answer = RandomClauses.solver(variables, clauses).solve(UNLIMITED);

            assertThat(answer instanceof Answer.Satisfiable).isEqualTo(sat4jFindsAModel(variables, clauses));
            assertHolds(answer, clauses);
            satisfiable += answer instanceof Answer.Satisfiable ? 1 : 0;
        }
        assertThat(satisfiable).isBetween(15, 45);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 15})
    void agreesWithSat4jAfterItHasForgottenClauses(int seed) throws TimeoutException {
        int[][] clauses = new RandomClauses(new Random(seed), 200).clauses(850, 3);
        int[] conflicts = {0};

        Answer answer = RandomClauses.solver(200, clauses).solve(new Budget(Long.MAX_VALUE, () -> {
            conflicts[0]++;
            return false;
        }));

        assertThat(conflicts[0]).isGreaterThan(4000);
        assertThat(answer instanceof Answer.Satisfiable).isEqualTo(sat4jFindsAModel(200, clauses));
        assertHolds(answer, clauses);
    }

    /** Clauses, variables and questions in any order give the answers that a fresh solver gives. */
    @Test
    void growsBetweenQuestions() {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            Solver solver = RandomClauses.solver(5, new int[0][]);
            List<int[]> clauses = new ArrayList<>();
            for (int variables = 5; variables < 25; variables++) {
                RandomClauses chance = new RandomClauses(random, variables);
                for (int[] clause : chance.clauses(4, 3)) {
                    solver.addClause(clause);
                    clauses.add(clause);
                }
                int[] assumptions = chance.clause(random.nextInt(5));
                int[][] all = clauses.toArray(int[][]::new);

                Answer answer = solver.solve(UNLIMITED, assumptions);

                assertThat(answer.getClass())
                        .isEqualTo(RandomClauses.solver(variables, all)
                                .solve(UNLIMITED, assumptions)
                                .getClass());
                assertHolds(answer, all, assumptions);
                solver.newVariable();
            }
        }
    }

    @Test
    void aCoreNamesAssumptionsInTheirOrder() {
        Solver solver = RandomClauses.solver(5, new int[][] {{-1, 2}, {-2, -3}});

        assertThat(core(solver, 4, 3, 5, 1)).containsExactly(3, 1);
        assertThat(core(solver, 4, -4)).containsExactly(4, -4);
        solver.addClause(-5);
        assertThat(core(solver, 1, 5, 4)).containsExactly(5);
    }

    @Test
    void aContradictionHasAnEmptyCoreForGood() {
        Solver solver = RandomClauses.solver(2, new int[][] {{1, 2}, {1, -2}, {-1, 2}, {-1, -2}});

        assertThat(core(solver, 1)).isEmpty();
        solver.addClause(1);
        assertThat(core(solver)).isEmpty();
        assertThat(core(RandomClauses.solver(1, new int[][] {{}}))).isEmpty();
    }

    @Test
    void clausesMayRepeatAndContradictThemselves() {
        Solver solver = RandomClauses.solver(2, new int[][] {{1, 1, 1}, {2, -2}, {-1, -1, 2, 2}});

        assertThat(model(solver).holds(1)).isTrue();
        assertThat(model(solver).holds(2)).isTrue();
        assertThat(model(solver).holds(-2)).isFalse();
    }

    @Test
    void stopsWhenTheBudgetIsUsedUpAndCanGoOnThen() {
        Solver solver = pigeons(7);

        assertThat(solver.solve(Budget.ofConflicts(20))).isInstanceOf(Answer.Unknown.class);
        assertThat(solver.solve(new Budget(1_000_000, () -> true))).isInstanceOf(Answer.Unknown.class);
        assertThat(solver.solve(UNLIMITED)).isEqualTo(new Answer.Unsatisfiable(List.of()));
    }

    @Test
    void theSameCallsGiveTheSameModel() {
        int[][] clauses = new RandomClauses(new Random(4), 80).clauses(300, 3);

        Model first = model(RandomClauses.solver(80, clauses));
        Model second = model(RandomClauses.solver(80, clauses));

        assertThat(IntStream.rangeClosed(1, 80).allMatch(v -> first.holds(v) == second.holds(v)))
                .isTrue();
    }

    @Test
    void aLiteralNeedsAVariable() {
        Solver solver = RandomClauses.solver(1, new int[0][]);

        assertThatThrownBy(() -> solver.addClause(2)).hasMessage("no variable: 2");
        assertThatThrownBy(() -> solver.solve(UNLIMITED, 0)).hasMessage("no variable: 0");
        assertThatThrownBy(() -> solver.addClause(Integer.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void restartsFollowLubysSequence() {
        assertThat(IntStream.rangeClosed(1, 15).map(Luby::at))
                .containsExactly(1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8);
    }

    /** A model satisfies all clauses; the clauses cannot be true together with a core. */
    private static void assertHolds(Answer answer, int[][] clauses, int... assumptions) {
        switch (answer) {
            case Answer.Satisfiable(Model model) ->
                assertThat(List.of(with(clauses, assumptions)))
                        .allMatch(clause -> IntStream.of(clause).anyMatch(model::holds));
            case Answer.Unsatisfiable(List<Integer> core) -> {
                assertThat(core).isSubsetOf(Arrays.stream(assumptions).boxed().toList());
                int variables = 200;
                int[][] contradiction =
                        with(clauses, core.stream().mapToInt(Integer::intValue).toArray());
                assertThat(RandomClauses.solver(variables, contradiction).solve(UNLIMITED))
                        .isInstanceOf(Answer.Unsatisfiable.class);
            }
            case Answer.Unknown unknown -> throw new AssertionError("unknown");
        }
    }

    private static int[][] with(int[][] clauses, int[] units) {
        int[][] all = Arrays.copyOf(clauses, clauses.length + units.length);
        for (int i = 0; i < units.length; i++) {
            all[clauses.length + i] = new int[] {units[i]};
        }
        return all;
    }

    private static boolean hasModel(int variables, int[][] clauses) {
        return IntStream.range(0, 1 << variables)
                .anyMatch(assignment -> Arrays.stream(clauses).allMatch(clause -> IntStream.of(clause)
                        .anyMatch(literal -> (assignment >> (Math.abs(literal) - 1) & 1) == (literal > 0 ? 1 : 0))));
    }

    private static boolean sat4jFindsAModel(int variables, int[][] clauses) throws TimeoutException {
        ISolver oracle = SolverFactory.newDefault();
        oracle.newVar(variables);
        try {
            for (int[] clause : clauses) {
                oracle.addClause(new VecInt(clause.clone()));
            }
            return oracle.isSatisfiable();
        } catch (ContradictionException e) {
            return false;
        }
    }

    private static Model model(Solver solver) {
        if (solver.solve(UNLIMITED) instanceof Answer.Satisfiable(Model model)) {
            return model;
        }
        throw new AssertionError("not satisfiable");
    }

    private static List<Integer> core(Solver solver, int... assumptions) {
        if (solver.solve(UNLIMITED, assumptions) instanceof Answer.Unsatisfiable(List<Integer> core)) {
            return core;
        }
        throw new AssertionError("not unsatisfiable");
    }

    /** One pigeon more than there are holes, each in a hole of its own. */
    private static Solver pigeons(int holes) {
        List<int[]> clauses = new ArrayList<>();
        for (int pigeon = 0; pigeon <= holes; pigeon++) {
            int first = pigeon * holes + 1;
            clauses.add(IntStream.range(first, first + holes).toArray());
            for (int other = 0; other < pigeon; other++) {
                for (int hole = 0; hole < holes; hole++) {
                    clauses.add(new int[] {-(first + hole), -(other * holes + 1 + hole)});
                }
            }
        }
        return RandomClauses.solver(holes * (holes + 1), clauses.toArray(int[][]::new));
    }
}
