package io.falconer.condition;

import java.util.List;
import java.util.function.BiPredicate;

/** Compares expressions without their places. */
final class SameExpressions {
    private SameExpressions() {}

    static boolean same(Expr one, Expr other) {
        return switch (one) {
            case Expr.And e -> other instanceof Expr.And o && each(e.operands(), o.operands(), SameExpressions::same);
            case Expr.Or e -> other instanceof Expr.Or o && each(e.operands(), o.operands(), SameExpressions::same);
            case Expr.Not e -> other instanceof Expr.Not o && same(e.operand(), o.operand());
            case Expr.MacroRef e -> other instanceof Expr.MacroRef o && e.name().equals(o.name());
            case Expr.Exists e -> other instanceof Expr.Exists o && operands(e.left(), o.left());
            case Expr.Comparison e ->
                other instanceof Expr.Comparison o
                        && e.operator() == o.operator()
                        && e.modifier().equals(o.modifier())
                        && operands(e.left(), o.left())
                        && rights(e.right(), o.right());
        };
    }

    private static <T> boolean each(List<T> ones, List<T> others, BiPredicate<T, T> same) {
        if (ones.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            if (!same.test(ones.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean operands(Operand one, Operand other) {
        return switch (one) {
            case Operand.FieldRef f ->
                other instanceof Operand.FieldRef o
                        && f.name().equals(o.name())
                        && f.argument().equals(o.argument());
            case Operand.Transformed t ->
                other instanceof Operand.Transformed o
                        && t.transformer() == o.transformer()
                        && t.argument().equals(o.argument())
                        && each(t.arguments(), o.arguments(), SameExpressions::arguments);
        };
    }

    private static boolean rights(Right one, Right other) {
        return switch (one) {
            case Right.Text t -> other instanceof Right.Text o && t.value().equals(o.value());
            case Right.TextList l ->
                other instanceof Right.TextList o && each(l.items(), o.items(), SameExpressions::rights);
            case Operand operand -> other instanceof Operand o && operands(operand, o);
        };
    }

    private static boolean arguments(TransformerArgument one, TransformerArgument other) {
        return switch (one) {
            case Operand operand -> other instanceof Operand o && operands(operand, o);
            case Right.Text t -> other instanceof Right.Text o && t.value().equals(o.value());
            case TransformerArgument.ArgumentList l ->
                other instanceof TransformerArgument.ArgumentList o
                        && each(l.items(), o.items(), SameExpressions::arguments);
        };
    }
}
