package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the one field with which the k8saudit plugin crashes Falco at run time (section 6.3). Falco loads it without an error.
 */
final class PluginPanic {
    private static final String FIELD = "ka.req.volume.hostpath";

    private PluginPanic() {}

    static Optional<Check.Failure> in(Expr expr) {
        return switch (expr) {
            case Expr.And and -> first(and.operands());
            case Expr.Or or -> first(or.operands());
            case Expr.Not not -> in(not.operand());
            case Expr.MacroRef macro -> Optional.empty();
            case Expr.Exists exists -> in(exists.left());
            case Expr.Comparison comparison -> in(comparison.left()).or(() -> in(comparison.right()));
        };
    }

    static Optional<Check.Failure> in(OutputFormat output) {
        return output.tokens().stream()
                .flatMap(token -> switch (token) {
                    case OutputFormat.Literal literal -> Stream.<Check.Failure>empty();
                    case OutputFormat.Reference reference -> in(reference.operand()).stream();
                })
                .findFirst();
    }

    private static Optional<Check.Failure> first(List<Expr> operands) {
        return operands.stream().flatMap(operand -> in(operand).stream()).findFirst();
    }

    private static Optional<Check.Failure> in(Right right) {
        return switch (right) {
            case Operand.FieldRef field ->
                field.name().equals(FIELD)
                                && field.argument().filter(String::isEmpty).isPresent()
                        ? Optional.of(new Check.Failure(
                                "Falco accepts " + FIELD
                                        + "[\"\"], and the k8saudit plugin then aborts it when the field is read",
                                field.span(),
                                field.span()))
                        : Optional.empty();
            case Operand.Transformed call ->
                operands(call.arguments().stream()).flatMap(o -> in(o).stream()).findFirst();
            case Right.Text text -> Optional.empty();
            case Right.TextList list -> Optional.empty();
        };
    }

    private static Stream<Operand> operands(Stream<TransformerArgument> arguments) {
        return arguments.flatMap(argument -> switch (argument) {
            case Operand operand -> Stream.of(operand);
            case Right.Text text -> Stream.empty();
            case TransformerArgument.ArgumentList list -> operands(list.items().stream());
        });
    }
}
