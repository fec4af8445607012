package io.falconer.generate;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions that differ from another one in a single clause, as a mistake in a template would make them. */
final class ConditionMutants {
    /** @param change what was done, for messages */
    record Mutant(String change, Expr condition) {}

    private final List<Mutant> mutants = new ArrayList<>();

    private static final Pattern CONTAINER =
            Pattern.compile("(.*/)(containers|initContainers|ephemeralContainers)/([0-9]+)(.*)");

    private ConditionMutants() {}

    /**
     * Each clause left out, each check negated, each operator replaced by a related one, each connective by the other, each list
     * of containers by another one, each index and number by the next one, each list of values without one of them.
     */
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
            case Expr.Exists exists -> {
                add("negated", new Expr.Not(exists, exists.span()), whole);
                otherPlaces(exists.left())
                        .forEach((change, left) -> add(change, new Expr.Exists(left, exists.span()), whole));
            }
            case Expr.Comparison comparison -> {
                add("negated", new Expr.Not(comparison, comparison.span()), whole);
                other(comparison.operator())
                        .forEach(operator -> add(
                                operator + " for " + comparison.operator(),
                                with(comparison, comparison.left(), operator, comparison.right()),
                                whole));
                otherPlaces(comparison.left())
                        .forEach((change, left) ->
                                add(change, with(comparison, left, comparison.operator(), comparison.right()), whole));
                otherValues(comparison.right())
                        .forEach((change, right) ->
                                add(change, with(comparison, comparison.left(), comparison.operator(), right), whole));
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

    private static Expr with(Expr.Comparison comparison, Operand left, Operator operator, Right right) {
        return new Expr.Comparison(left, operator, comparison.modifier(), right, comparison.span());
    }

    /** Another list of containers, and the next container. */
    private static Map<String, Operand> otherPlaces(Operand operand) {
        Map<String, Operand> others = new LinkedHashMap<>();
        if (operand instanceof Operand.FieldRef(String name, Optional<String> argument, Span span)) {
            Matcher place = CONTAINER.matcher(argument.orElse(""));
            if (place.matches()) {
                String family = place.group(2).equals("containers") ? "initContainers" : "containers";
                int next = Integer.parseInt(place.group(3)) + 1;
                others.put(
                        "wrong family",
                        new Operand.FieldRef(
                                name,
                                Optional.of(place.group(1) + family + "/" + place.group(3) + place.group(4)),
                                span));
                others.put(
                        "off by one",
                        new Operand.FieldRef(
                                name,
                                Optional.of(place.group(1) + place.group(2) + "/" + next + place.group(4)),
                                span));
            }
        }
        return others;
    }

    /** The next number, and a list without one of its items. */
    private static Map<String, Right> otherValues(Right right) {
        Map<String, Right> others = new LinkedHashMap<>();
        switch (right) {
            case Right.Text(String value, Span span) -> {
                if (value.matches("[0-9]{1,9}")) {
                    others.put("next number", new Right.Text(Integer.toString(Integer.parseInt(value) + 1), span));
                }
            }
            case Right.TextList(List<Right.Text> items, Span span) -> {
                for (int i = 0; i < items.size() && items.size() > 1; i++) {
                    List<Right.Text> rest = new ArrayList<>(items);
                    rest.remove(i);
                    others.put("without " + items.get(i).value(), new Right.TextList(rest, span));
                }
            }
            case Operand operand -> {}
        }
        return others;
    }

    private static List<Operator> other(Operator operator) {
        return switch (operator) {
            case EQ -> List.of(Operator.NE, Operator.STARTSWITH);
            case STARTSWITH -> List.of(Operator.CONTAINS, Operator.EQ);
            case ENDSWITH -> List.of(Operator.CONTAINS, Operator.EQ);
            case CONTAINS -> List.of(Operator.EQ);
            case GLOB -> List.of(Operator.EQ);
            case REGEX -> List.of(Operator.EQ);
            case LT -> List.of(Operator.LE, Operator.GT);
            default -> List.of();
        };
    }

    private void add(String change, Expr part, UnaryOperator<Expr> whole) {
        mutants.add(new Mutant(change, whole.apply(part)));
    }
}
