package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what Falco warns about before it compiles a condition: tests for {@code <NA>} and deprecated fields. Like Falco, it
 * checks a right side only after a plugin's field and an equality operator.
 */
final class ConditionAdvice {
    private static final String NO_VALUE = "<NA>";

    private final Map<DeprecatedField, Check.Warning> deprecated = new EnumMap<>(DeprecatedField.class);
    private Optional<Check.Warning> unsafe = Optional.empty();
    private boolean lastIsPlugin;

    private final Falco falco;

    private ConditionAdvice(Falco falco) {
        this.falco = falco;
    }

    /** The warnings about the whole {@code expr}, at most one of each kind and field. */
    static List<Check.Warning> of(Expr expr, Falco falco) {
        ConditionAdvice advice = new ConditionAdvice(falco);
        advice.visit(expr);
        List<Check.Warning> all = new ArrayList<>(advice.unsafe.stream().toList());
        all.addAll(advice.deprecated.values());
        return all;
    }

    private void visit(Expr expr) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(this::visit);
            case Expr.Or or -> or.operands().forEach(this::visit);
            case Expr.Not not -> visit(not.operand());
            case Expr.Exists exists -> argument(exists.left(), false);
            case Expr.Comparison comparison -> comparison(comparison);
            case Expr.MacroRef macro -> {}
        }
    }

    private void comparison(Expr.Comparison comparison) {
        lastIsPlugin = false;
        argument(comparison.left(), false);
        Operator operator = comparison.operator();
        boolean equality = comparison.modifier().isEmpty()
                && (operator == Operator.EQ || operator == Operator.NE || operator.takesList());
        if (!lastIsPlugin || !equality) {
            return;
        }
        switch (comparison.right()) {
            case Right.Text text -> constant(text);
            case Right.TextList list -> list.items().forEach(this::constant);
            case Operand operand -> argument(operand, true);
        }
    }

    private void argument(TransformerArgument argument, boolean compared) {
        switch (argument) {
            case Operand.FieldRef field -> field(field.name(), field.span());
            case Operand.Transformed call -> call.arguments().forEach(a -> argument(a, compared));
            case TransformerArgument.ArgumentList list -> list.items().forEach(a -> argument(a, compared));
            case Right.Text text -> {
                if (compared) {
                    constant(text);
                }
            }
        }
    }

    private void field(String name, Span span) {
        lastIsPlugin = name.startsWith("ka.") || name.startsWith("jevt.");
        DeprecatedField.of(name)
                .filter(field -> field.isWarnedOf(falco))
                .ifPresent(field -> deprecated.putIfAbsent(field, field.warning(span)));
    }

    private void constant(Right.Text constant) {
        if (unsafe.isEmpty() && constant.value().equals(NO_VALUE)) {
            unsafe = Optional.of(new Check.Warning(
                    Check.Kind.UNSAFE_NA_CHECK, "", constant.span(), constant.span(), Optional.empty()));
        }
    }
}
