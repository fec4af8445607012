package io.falconer.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TseitinTest {
    private static final int VARIABLES = 6;

    private final Random random = new Random(5);

    @Test
    void whatIsRequiredHoldsInModelsAndHasOneIfBruteForceFindsOne() {
        for (int i = 0; i < 3000; i++) {
            Solver solver = RandomClauses.solver(VARIABLES, new int[0][]);
            Formula formula = formula(4);

            new Tseitin(solver).require(formula);

            assertAnswers(solver, formula);
        }
    }

    /** Formulas come while the solver is at work, share sub-formulas, and are assumed now in this sense, now in that. */
    @Test
    void formulasCanBeAssumedInEitherSense() {
        for (int i = 0; i < 100; i++) {
            Solver solver = RandomClauses.solver(VARIABLES, new int[0][]);
            Tseitin tseitin = new Tseitin(solver);
            List<Formula> shared = new ArrayList<>(List.of(formula(3)));
            for (int j = 0; j < 30; j++) {
                Formula next = random.nextBoolean()
                        ? formula(3)
                        : compound(random.nextInt(4), () -> shared.get(random.nextInt(shared.size())));
                shared.add(next);
                Formula first = random.nextBoolean() ? next : Formula.not(next);
                Formula second = shared.get(random.nextInt(shared.size()));

                assertAnswers(
                        solver, Formula.and(List.of(first, second)), tseitin.literal(first), tseitin.literal(second));
            }
        }
    }

    @Test
    void equalOperandsHaveOneName() {
        Solver solver = RandomClauses.solver(3, new int[0][]);
        Tseitin tseitin = new Tseitin(solver);
        Formula a = new Formula.Variable(1);
        Formula b = new Formula.Variable(2);

        int and = tseitin.literal(new Formula.And(List.of(a, b)));

        assertThat(tseitin.literal(new Formula.And(List.of(b, a, b)))).isEqualTo(and);
        assertThat(tseitin.literal(Formula.not(new Formula.Or(List.of(Formula.not(a), Formula.not(b))))))
                .isEqualTo(and);
        assertThat(solver.newVariable()).isEqualTo(5);
    }

    @Test
    void connectivesWorkConstantsIn() {
        Formula a = new Formula.Variable(1);

        assertThat(Formula.and(List.of(Formula.Constant.TRUE, a))).isEqualTo(a);
        assertThat(Formula.and(List.of(a, Formula.Constant.FALSE, a))).isEqualTo(Formula.Constant.FALSE);
        assertThat(Formula.and(List.of())).isEqualTo(Formula.Constant.TRUE);
        assertThat(Formula.or(List.of(Formula.Constant.FALSE, a))).isEqualTo(a);
        assertThat(Formula.or(List.of(a, Formula.Constant.TRUE))).isEqualTo(Formula.Constant.TRUE);
        assertThat(Formula.or(List.of())).isEqualTo(Formula.Constant.FALSE);
        assertThat(Formula.not(Formula.Constant.TRUE)).isEqualTo(Formula.Constant.FALSE);
        assertThat(Formula.not(Formula.not(a))).isEqualTo(a);
    }

    private static void assertAnswers(Solver solver, Formula formula, int... assumptions) {
        boolean expected = IntStream.range(0, 1 << VARIABLES)
                .anyMatch(bits -> formula.holds(variable -> (bits >> (variable - 1) & 1) != 0));
        Answer answer = solver.solve(Budget.unlimited(), assumptions);
        assertThat(answer instanceof Answer.Satisfiable).as("%s", formula).isEqualTo(expected);
        if (answer instanceof Answer.Satisfiable(Model model)) {
            IntPredicate truth = model::holds;
            assertThat(formula.holds(truth)).as("%s", formula).isTrue();
        }
    }

    private Formula formula(int depth) {
        int kind = depth == 0 ? 4 + random.nextInt(9) : random.nextInt(7);
        return switch (kind) {
            case 0, 1, 2, 3 -> compound(kind, () -> formula(depth - 1));
            case 4 -> new Formula.Constant(random.nextBoolean());
            default -> new Formula.Variable(1 + random.nextInt(VARIABLES));
        };
    }

    private Formula compound(int kind, Supplier<Formula> operand) {
        int operands = random.nextInt(4);
        return switch (kind) {
            case 0 -> new Formula.Not(operand.get());
            case 1 -> new Formula.And(Stream.generate(operand).limit(operands).toList());
            case 2 -> new Formula.Or(Stream.generate(operand).limit(operands).toList());
            default -> new Formula.Iff(operand.get(), operand.get());
        };
    }
}
