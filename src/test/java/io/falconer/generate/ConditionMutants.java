package io.falconer.generate;

import io.falconer.condition.Expr;
import io.falconer.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Conditions that differ from another one in a single clause, as a mistake in a template would make them. */
final class ConditionMutants {
    /** @param change what was done, for messages */
    record Mutant(String change, Expr condition) {}

    private final List<Mutant> mutants = new ArrayList<>();

    private ConditionMutants() {}

    /** Each clause left out, each check negated, each operator replaced by a related one, each connective by the other. */
    static List<Mutant> of(Expr condition) {
        ConditionMutants all = new ConditionMutants();
        all.visit(condition, UnaryOperator.identity());
        return all.mutants;
    }

    private void visit(Expr expr, UnaryOperator<Expr> whole) {
        switch (expr) {
            case Expr.And and -> {
                operands(and.operands(), whole, operands -> new Expr.And(operands, and.span()));
                add("or for and", new Expr.Or(and.operands(), and.span()), whole);
            }
            case Expr.Or or -> {
                operands(or.operands(), whole, operands -> new Expr.Or(operands, or.span()));
                add("and for or", new Expr.And(or.operands(), or.span()), whole);
            }
            case Expr.Not not -> {
                add("without not", not.operand(), whole);
                visit(not.operand(), inner -> whole.apply(new Expr.Not(inner, not.span())));
            }
            case Expr.Exists exists -> add("negated", new Expr.Not(exists, exists.span()), whole);
            case Expr.Comparison comparison -> {
                add("negated", new Expr.Not(comparison, comparison.span()), whole);
                other(comparison.operator())
                        .forEach(operator -> add(
                                operator + " for " + comparison.operator(),
                                new Expr.Comparison(
                                        comparison.left(),
                                        operator,
                                        comparison.modifier(),
                                        comparison.right(),
                                        comparison.span()),
                                whole));
            }
            case Expr.MacroRef macro -> throw new AssertionError(macro);
        }
    }

    private interface Node {
        Expr of(List<Expr> operands);
    }

    private void operands(List<Expr> operands, UnaryOperator<Expr> whole, Node node) {
        for (int i = 0; i < operands.size(); i++) {
            List<Expr> rest = new ArrayList<>(operands);
            rest.remove(i);
            add("without a clause", rest.size() == 1 ? rest.getFirst() : node.of(rest), whole);
            int index = i;
            visit(operands.get(i), inner -> {
                List<Expr> changed = new ArrayList<>(operands);
                changed.set(index, inner);
                return whole.apply(node.of(changed));
            });
        }
    }

    private static List<Operator> other(Operator operator) {
        return switch (operator) {
            case EQ -> List.of(Operator.NE, Operator.STARTSWITH);
            case STARTSWITH -> List.of(Operator.CONTAINS, Operator.EQ);
            case ENDSWITH -> List.of(Operator.CONTAINS, Operator.EQ);
            case CONTAINS -> List.of(Operator.EQ);
            case GLOB -> List.of(Operator.EQ);
            case REGEX -> List.of(Operator.EQ);
            default -> List.of();
        };
    }

    private void add(String change, Expr part, UnaryOperator<Expr> whole) {
        mutants.add(new Mutant(change, whole.apply(part)));
    }
}
