package io.falconer.verify;

import io.falconer.logic.Formula;
import java.util.List;
import java.util.Set;

/** Which checks are enough to make a formula true, whatever the others are. */
final class Justification {
    private Justification() {}

    /** Adds to {@code literals} checks that make {@code formula} true under {@code truth}, which does. */
    static void add(Formula formula, Conditions.Truth truth, Set<Integer> literals) {
        justify(formula, true, truth, literals);
    }

    /** Collects checks that make a formula what it is under {@code truth}, whatever the others are. */
    private static void justify(Formula formula, boolean value, Conditions.Truth truth, Set<Integer> literals) {
        switch (formula) {
            case Formula.Constant constant -> {}
            case Formula.Variable(int number) -> literals.add(value ? number : -number);
            case Formula.Not(Formula operand) -> justify(operand, !value, truth, literals);
            case Formula.And(List<Formula> operands) -> justify(operands, value, value, truth, literals);
            case Formula.Or(List<Formula> operands) -> justify(operands, value, !value, truth, literals);
            case Formula.Iff(Formula left, Formula right) -> {
                justify(left, truth.makes(left), truth, literals);
                justify(right, truth.makes(right), truth, literals);
            }
        }
    }

    /** Of operands that decide by themselves one is enough. */
    private static void justify(
            List<Formula> operands, boolean value, boolean all, Conditions.Truth truth, Set<Integer> literals) {
        operands.stream()
                .filter(operand -> truth.makes(operand) == value)
                .limit(all ? operands.size() : 1)
                .forEach(operand -> justify(operand, value, truth, literals));
    }

    /** Adds all checks of a formula. */
    static void variables(Formula formula, Set<Integer> variables) {
        switch (formula) {
            case Formula.Constant constant -> {}
            case Formula.Variable(int number) -> variables.add(number);
            case Formula.Not(Formula operand) -> variables(operand, variables);
            case Formula.And(List<Formula> operands) -> operands.forEach(operand -> variables(operand, variables));
            case Formula.Or(List<Formula> operands) -> operands.forEach(operand -> variables(operand, variables));
            case Formula.Iff(Formula left, Formula right) -> {
                variables(left, variables);
                variables(right, variables);
            }
        }
    }
}
