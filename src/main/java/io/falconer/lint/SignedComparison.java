package io.falconer.lint;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.condition.Operand.Transformed;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.condition.Right.Text;
import io.falconer.condition.Right.TextList;
import io.falconer.ruleset.FieldName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A comparison within a condition.
 *
 * @param positive whether it is under an even number of {@code not}
 * @param around the conjunctions that it is part of
 */
record SignedComparison(Expr.Comparison comparison, boolean positive, Conjunctions around) {
    /** A comparison by itself. */
    SignedComparison(Expr.Comparison comparison) {
        this(comparison, true, Conjunctions.NONE);
    }

    /** All comparisons of a condition, from left to right. */
    static List<SignedComparison> of(Expr condition) {
        List<SignedComparison> all = new ArrayList<>();
        collect(condition, true, Conjunctions.NONE, all);
        return all;
    }

    private static void collect(Expr expr, boolean positive, Conjunctions around, List<SignedComparison> all) {
        switch (expr) {
            case Expr.And and -> {
                Conjunctions inner = around.with(and);
                and.operands().forEach(operand -> collect(operand, positive, inner, all));
            }
            case Expr.Or or -> or.operands().forEach(operand -> collect(operand, positive, around, all));
            case Expr.Not not -> collect(not.operand(), !positive, around, all);
            case Expr.Comparison comparison -> all.add(new SignedComparison(comparison, positive, around));
            case Expr.Exists exists -> {}
            case Expr.MacroRef macro -> {}
        }
    }

    /** The field on the left, if the left side is only a field. */
    Optional<FieldName> field() {
        return comparison.left() instanceof FieldRef field ? Optional.of(FieldName.of(field)) : Optional.empty();
    }

    boolean isAbout(String field) {
        return field().filter(name -> name.name().equals(field)).isPresent();
    }

    /** The name of the field on the left; empty if the left side is a function. */
    String fieldName() {
        return field().map(FieldName::name).orElse("");
    }

    Operator operator() {
        return comparison.operator();
    }

    /** The spelling in conditions. */
    @Override
    public String toString() {
        return ConditionPrinter.print(comparison);
    }

    /** Whether the operator is {@code =}, {@code !=} or {@code in}, without a modifier. */
    boolean comparesWhole() {
        Operator operator = comparison.operator();
        return comparison.modifier().isEmpty()
                && (operator == Operator.EQ || operator == Operator.NE || operator == Operator.IN);
    }

    /** Whether the operator is {@code =} or {@code in}, without a modifier. */
    boolean isEquality() {
        return comparesWhole() && comparison.operator() != Operator.NE;
    }

    /** The constants on the right. */
    List<Text> constants() {
        Right right = comparison.right();
        return switch (right) {
            case Text text -> List.of(text);
            case TextList list -> list.items();
            case FieldRef field -> List.of();
            case Transformed call -> List.of();
        };
    }

    /** The texts of the constants. */
    Set<String> texts() {
        return constants().stream().map(Text::value).collect(Collectors.toUnmodifiableSet());
    }
}
