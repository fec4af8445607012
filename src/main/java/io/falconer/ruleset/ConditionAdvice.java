package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what Falco warns of before it compiles a condition: tests for {@code <NA>} and deprecated fields. */
final class ConditionAdvice {
    private static final String NO_VALUE = "<NA>";

    private final List<Check.Warning> unsafe = new ArrayList<>();
    private final TreeMap<DeprecatedField, Check.Warning> deprecated = new TreeMap<>();

    private ConditionAdvice() {}

    /** The warnings about the whole of {@code expr}, at most one of each kind and field. */
    static List<Check.Warning> of(Expr expr) {
        ConditionAdvice advice = new ConditionAdvice();
        advice.visit(expr);
        List<Check.Warning> all = new ArrayList<>(advice.unsafe);
        all.addAll(advice.deprecated.values());
        return all;
    }

    private void visit(Expr expr) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(this::visit);
            case Expr.Or or -> or.operands().forEach(this::visit);
            case Expr.Not not -> visit(not.operand());
            case Expr.Exists exists -> fields(exists.left());
            case Expr.Comparison comparison -> visit(comparison);
            case Expr.MacroRef macro -> {}
        }
    }

    private void visit(Expr.Comparison comparison) {
        fields(comparison.left());
        if (comparison.right() instanceof Operand operand) {
            fields(operand);
        }
        Operator operator = comparison.operator();
        boolean equality = operator == Operator.EQ || operator == Operator.NE || operator.takesList();
        if (unsafe.isEmpty() && equality && plugin(comparison.left()) && namesNoValue(comparison.right())) {
            unsafe.add(new Check.Warning(
                    Check.Kind.UNSAFE_NA_CHECK, "", comparison.right().span(), Optional.empty()));
        }
    }

    private static boolean namesNoValue(Right right) {
        return switch (right) {
            case Right.Text text -> text.value().equals(NO_VALUE);
            case Right.TextList list ->
                list.items().stream().anyMatch(t -> t.value().equals(NO_VALUE));
            case Operand operand -> false;
        };
    }

    private static boolean plugin(TransformerArgument argument) {
        return switch (argument) {
            case Operand.FieldRef field ->
                field.name().startsWith("ka.") || field.name().startsWith("jevt.");
            case Operand.Transformed call -> call.arguments().stream().anyMatch(ConditionAdvice::plugin);
            case TransformerArgument.ArgumentList list -> list.items().stream().anyMatch(ConditionAdvice::plugin);
            case Right.Text text -> false;
        };
    }

    private void fields(TransformerArgument argument) {
        switch (argument) {
            case Operand.FieldRef field ->
                DeprecatedField.of(field.name()).ifPresent(d -> deprecated.putIfAbsent(d, d.warning(field.span())));
            case Operand.Transformed call -> call.arguments().forEach(this::fields);
            case TransformerArgument.ArgumentList list -> list.items().forEach(this::fields);
            case Right.Text text -> {}
        }
    }
}
