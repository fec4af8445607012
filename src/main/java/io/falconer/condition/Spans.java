package io.falconer.condition;

import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rewrites expressions with other places. */
final class Spans {
    private final UnaryOperator<Span> place;

    private Spans(UnaryOperator<Span> place) {
        this.place = place;
    }

    static Expr erase(Expr expr) {
        return new Spans(span -> Span.NONE).expr(expr);
    }

    static Operand erase(Operand operand) {
        return new Spans(span -> Span.NONE).operand(operand);
    }

    static Expr shift(Expr expr, int offset) {
        return new Spans(span -> span.shift(offset)).expr(expr);
    }

    static Operand shift(Operand operand, int offset) {
        return new Spans(span -> span.shift(offset)).operand(operand);
    }

    private Expr expr(Expr expr) {
        Span span = place.apply(expr.span());
        return switch (expr) {
            case Expr.And e -> new Expr.And(each(e.operands()), span);
            case Expr.Or e -> new Expr.Or(each(e.operands()), span);
            case Expr.Not e -> new Expr.Not(expr(e.operand()), span);
            case Expr.MacroRef e -> new Expr.MacroRef(e.name(), span);
            case Expr.Exists e -> new Expr.Exists(operand(e.left()), span);
            case Expr.Comparison e ->
                new Expr.Comparison(operand(e.left()), e.operator(), e.modifier(), right(e.right()), span);
        };
    }

    private List<Expr> each(List<Expr> operands) {
        List<Expr> each = new ArrayList<>(operands.size());
        for (Expr operand : operands) {
            each.add(expr(operand));
        }
        return each;
    }

    private Operand operand(Operand operand) {
        Span span = place.apply(operand.span());
        return switch (operand) {
            case Operand.FieldRef f -> new Operand.FieldRef(f.name(), f.argument(), span);
            case Operand.Transformed t ->
                new Operand.Transformed(
                        t.transformer(),
                        t.arguments().stream().map(this::argument).toList(),
                        t.argument(),
                        span);
        };
    }

    private Right right(Right right) {
        return switch (right) {
            case Right.Text t -> text(t);
            case Right.TextList l -> new Right.TextList(texts(l.items()), place.apply(l.span()));
            case Operand o -> operand(o);
        };
    }

    private List<Right.Text> texts(List<Right.Text> items) {
        List<Right.Text> texts = new ArrayList<>(items.size());
        for (Right.Text item : items) {
            texts.add(text(item));
        }
        return texts;
    }

    private Right.Text text(Right.Text text) {
        return new Right.Text(text.value(), place.apply(text.span()));
    }

    private TransformerArgument argument(TransformerArgument argument) {
        return switch (argument) {
            case Operand o -> operand(o);
            case Right.Text t -> text(t);
            case TransformerArgument.ArgumentList l ->
                new TransformerArgument.ArgumentList(
                        l.items().stream().map(this::argument).toList(), place.apply(l.span()));
        };
    }
}
