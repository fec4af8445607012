package io.falconer.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** A formula of propositional logic. Its variables are those of a {@link Solver}. */
public sealed interface Formula {
    /** True or false, independent of the variables. */
    record Constant(boolean value) implements Formula {
        public static final Constant TRUE = new Constant(true);
        public static final Constant FALSE = new Constant(false);
    }

    /**
     * A variable.
     *
     * @param number the number from {@link Solver#newVariable}, starting at 1
     */
    record Variable(int number) implements Formula {}

    /** True if the operand is false. */
    record Not(Formula operand) implements Formula {}

    /** True if all operands are; true without operands. */
    record And(List<Formula> operands) implements Formula {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** True if at least one operand is; false without operands. */
    record Or(List<Formula> operands) implements Formula {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** True if both operands have the same value. */
    record Iff(Formula left, Formula right) implements Formula {}

    /** The conjunction, simplified if operands are constants. */
    static Formula and(List<? extends Formula> operands) {
        if (operands.contains(Constant.FALSE)) {
            return Constant.FALSE;
        }
        List<Formula> rest = without(Constant.TRUE, operands);
        return rest.size() == 1 ? rest.getFirst() : rest.isEmpty() ? Constant.TRUE : new And(rest);
    }

    /** The disjunction, simplified if operands are constants. */
    static Formula or(List<? extends Formula> operands) {
        if (operands.contains(Constant.TRUE)) {
            return Constant.TRUE;
        }
        List<Formula> rest = without(Constant.FALSE, operands);
        return rest.size() == 1 ? rest.getFirst() : rest.isEmpty() ? Constant.FALSE : new Or(rest);
    }

    /** The negation, simplified for constants and double negations. */
    static Formula not(Formula operand) {
        return switch (operand) {
            case Constant constant -> constant.value() ? Constant.FALSE : Constant.TRUE;
            case Not not -> not.operand();
            case Variable variable -> new Not(variable);
            case And and -> new Not(and);
            case Or or -> new Not(or);
            case Iff iff -> new Not(iff);
        };
    }

    private static List<Formula> without(Formula neutral, List<? extends Formula> operands) {
        List<Formula> rest = new ArrayList<>(operands);
        rest.removeIf(neutral::equals);
        return rest;
    }

    /** The value of the formula if {@code truth} gives the values of the variables. */
    default boolean holds(IntPredicate truth) {
        return switch (this) {
            case Constant constant -> constant.value();
            case Variable variable -> truth.test(variable.number());
            case Not not -> !not.operand().holds(truth);
            case And and -> and.operands().stream().allMatch(operand -> operand.holds(truth));
            case Or or -> or.operands().stream().anyMatch(operand -> operand.holds(truth));
            case Iff iff -> iff.left().holds(truth) == iff.right().holds(truth);
        };
    }
}
