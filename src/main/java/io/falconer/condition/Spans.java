package io.falconer.condition;

import io.falconer.text.Span;
import java.util.List;

/** Rewrites expressions without their places. */
final class Spans {
    private Spans() {}

    static Expr erase(Expr expr) {
        return switch (expr) {
            case Expr.And e -> new Expr.And(each(e.operands()), Span.NONE);
            case Expr.Or e -> new Expr.Or(each(e.operands()), Span.NONE);
            case Expr.Not e -> new Expr.Not(erase(e.operand()), Span.NONE);
            case Expr.MacroRef e -> new Expr.MacroRef(e.name(), Span.NONE);
            case Expr.Exists e -> new Expr.Exists(erase(e.left()), Span.NONE);
            case Expr.Comparison e ->
                new Expr.Comparison(erase(e.left()), e.operator(), e.modifier(), erase(e.right()), Span.NONE);
        };
    }

    private static List<Expr> each(List<Expr> operands) {
        return operands.stream().map(Spans::erase).toList();
    }

    private static Operand erase(Operand operand) {
        return switch (operand) {
            case Operand.FieldRef f -> new Operand.FieldRef(f.name(), f.argument(), Span.NONE);
            case Operand.Transformed t ->
                new Operand.Transformed(
                        t.transformer(),
                        t.arguments().stream().map(Spans::erase).toList(),
                        t.argument(),
                        Span.NONE);
        };
    }

    private static Right erase(Right right) {
        return switch (right) {
            case Right.Text t -> erase(t);
            case Right.TextList l ->
                new Right.TextList(l.items().stream().map(Spans::erase).toList(), Span.NONE);
            case Operand o -> erase(o);
        };
    }

    private static Right.Text erase(Right.Text text) {
        return new Right.Text(text.value(), Span.NONE);
    }

    private static TransformerArgument erase(TransformerArgument argument) {
        return switch (argument) {
            case Operand o -> erase(o);
            case Right.Text t -> erase(t);
            case TransformerArgument.ArgumentList l ->
                new TransformerArgument.ArgumentList(
                        l.items().stream().map(Spans::erase).toList(), Span.NONE);
        };
    }
}
