package io.falconer.engine;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import java.util.List;
import java.util.stream.Stream;

/** The parts of expressions, of any kind. */
final class Operands {
    private Operands() {}

    /** The operands of and, or, not; a check has none. */
    static List<Expr> under(Expr expr) {
        return switch (expr) {
            case Expr.And and -> and.operands();
            case Expr.Or or -> or.operands();
            case Expr.Not not -> List.of(not.operand());
            case Expr.Exists exists -> List.of();
            case Expr.Comparison comparison -> List.of();
            case Expr.MacroRef macro -> List.of();
        };
    }

    /** The operands of a check that read the event. */
    static List<Operand> of(Expr expr) {
        return switch (expr) {
            case Expr.Exists exists -> List.of(exists.left());
            case Expr.Comparison comparison ->
                comparison.right() instanceof Operand right
                        ? List.of(comparison.left(), right)
                        : List.of(comparison.left());
            case Expr.And and -> List.of();
            case Expr.Or or -> List.of();
            case Expr.Not not -> List.of();
            case Expr.MacroRef macro -> List.of();
        };
    }

    /** The operands of all checks. */
    static Stream<Operand> in(Expr expr) {
        return Stream.concat(of(expr).stream(), under(expr).stream().flatMap(Operands::in));
    }

    /** The fields that an operand reads, in this order. */
    static List<Operand.FieldRef> fields(TransformerArgument argument) {
        return switch (argument) {
            case Operand.FieldRef field -> List.of(field);
            case Operand.Transformed call ->
                call.arguments().stream()
                        .flatMap(inner -> fields(inner).stream())
                        .toList();
            case TransformerArgument.ArgumentList list ->
                list.items().stream().flatMap(inner -> fields(inner).stream()).toList();
            case Right.Text text -> List.of();
        };
    }
}
