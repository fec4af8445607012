package io.falconer.lint;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.condition.Expr.Comparison;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.condition.Operator;
import io.falconer.condition.Right.Text;
import io.falconer.ruleset.FieldName;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds {@code a != x or b != y} where a field may have no value. A comparison with nothing is false, including {@code !=}
 * (section 3.1), so an unknown value counts as expected; {@code not (a = x and b = y)} fires there.
 */
final class AbsentFieldInequalities {
    private static final List<String> MAY_BE_ABSENT =
            List.of("container.", "k8s.", "k8smeta.", "ka.", "jevt.", "json.");
    private static final Set<String> ALWAYS_THERE = Set.of("container.id");

    /** The text for no value in outputs and old fields. A value that differs from it exists. */
    private static final Set<String> PLACEHOLDERS = Set.of("N/A", "<NA>", "none", "");

    private final Rule rule;
    private final List<RuleFinding> found = new ArrayList<>();

    private AbsentFieldInequalities(Rule rule) {
        this.rule = rule;
    }

    static List<RuleFinding> of(Rule rule) {
        AbsentFieldInequalities escapes = new AbsentFieldInequalities(rule);
        escapes.search(rule.condition(), Set.of());
        return escapes.found;
    }

    /** {@code present} are the fields that have a value wherever {@code expr} matters. */
    private void search(Expr expr, Set<FieldName> present) {
        switch (expr) {
            case Expr.And and -> {
                Set<FieldName> demanded = new HashSet<>(present);
                and.operands().forEach(operand -> demand(operand, demanded));
                and.operands().forEach(operand -> search(operand, demanded));
            }
            case Expr.Or or -> {
                inspect(or, present);
                or.operands().forEach(operand -> search(operand, present));
            }
            case Expr.Not not -> {} // there, a missing value causes an alert instead of preventing one
            case Expr.Exists exists -> {}
            case Expr.Comparison comparison -> {}
            case Expr.MacroRef macro -> {}
        }
    }

    private static void demand(Expr operand, Set<FieldName> present) {
        switch (operand) {
            case Expr.And and -> and.operands().forEach(inner -> demand(inner, present));
            case Expr.Exists exists when exists.left() instanceof FieldRef field -> present.add(FieldName.of(field));
            case Comparison comparison
            when comparison.left() instanceof FieldRef field -> present.add(FieldName.of(field));
            case Expr.Or or -> {}
            case Expr.Not not -> {}
            case Expr.MacroRef macro -> {}
            case Expr.Exists exists -> {}
            case Comparison comparison -> {}
        }
    }

    private void inspect(Expr.Or or, Set<FieldName> present) {
        List<Comparison> different = or.operands().stream()
                .filter(operand -> operand instanceof Comparison c
                        && c.operator() == Operator.NE
                        && c.modifier().isEmpty()
                        && c.left() instanceof FieldRef)
                .map(Comparison.class::cast)
                .toList();
        Set<FieldName> fields = new LinkedHashSet<>();
        different.forEach(comparison -> fields.add(FieldName.of((FieldRef) comparison.left())));
        if (found.size() == Findings.MOST
                || fields.size() < 2
                || different.size() < or.operands().size()) {
            return;
        }
        different.stream()
                .filter(comparison -> mayBeAbsent(FieldName.of((FieldRef) comparison.left()), present)
                        && !(comparison.right() instanceof Text text && PLACEHOLDERS.contains(text.value())))
                .reduce((first, second) -> second)
                .ifPresent(comparison -> report(different, comparison));
    }

    private static boolean mayBeAbsent(FieldName field, Set<FieldName> present) {
        return !present.contains(field)
                && !ALWAYS_THERE.contains(field.name())
                && MAY_BE_ABSENT.stream().anyMatch(field.name()::startsWith);
    }

    private void report(List<Comparison> different, Comparison comparison) {
        List<Expr> equal = new ArrayList<>();
        different.forEach(c -> equal.add(new Comparison(c.left(), Operator.EQ, c.modifier(), c.right(), c.span())));
        found.add(RuleFinding.warning(
                        rule,
                        comparison.span(),
                        "unknown-escapes",
                        Quotes.around(ConditionPrinter.print(comparison))
                                + " is false if the field has no value, so an unknown value counts as expected")
                .withHint("to fire in this case too, write "
                        + Quotes.around(
                                "not (" + ConditionPrinter.print(new Expr.And(equal, comparison.span())) + ")")));
    }
}
