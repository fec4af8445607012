package io.falconer.exception;

import static io.falconer.exception.NamespaceWords.quoted;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the value of an exception in a rules file matches, in words. */
final class CheckWords {
    private static final int MOST_ITEMS = 5;

    private CheckWords() {}

    /** {@code proc.name is `tar` and fd.name begins with `/var/`}. */
    static String of(Expr value) {
        return switch (value) {
            case Expr.And and -> and.operands().stream().map(CheckWords::of).collect(Collectors.joining(" and "));
            case Expr.Comparison check ->
                verb(check)
                        .flatMap(verb -> constants(check.right())
                                .map(constants -> operand(check.left()) + " " + verb + " " + constants))
                        .orElseGet(() -> ConditionPrinter.print(check));
            case Expr.Or or -> ConditionPrinter.print(or);
            case Expr.Not not -> ConditionPrinter.print(not);
            case Expr.MacroRef macro -> ConditionPrinter.print(macro);
            case Expr.Exists exists -> ConditionPrinter.print(exists);
        };
    }

    /** The names of the fields that it reads. */
    static Stream<String> fields(Expr value) {
        return switch (value) {
            case Expr.And and -> and.operands().stream().flatMap(CheckWords::fields);
            case Expr.Or or -> or.operands().stream().flatMap(CheckWords::fields);
            case Expr.Not not -> fields(not.operand());
            case Expr.MacroRef macro -> Stream.empty();
            case Expr.Exists check -> read(check.left());
            case Expr.Comparison check -> read(check.left());
        };
    }

    private static Stream<String> read(TransformerArgument argument) {
        return switch (argument) {
            case Operand.FieldRef field -> Stream.of(field.name());
            case Operand.Transformed call -> call.arguments().stream().flatMap(CheckWords::read);
            case TransformerArgument.ArgumentList list -> list.items().stream().flatMap(CheckWords::read);
            case Right.Text text -> Stream.empty();
        };
    }

    private static String operand(Operand operand) {
        String exists = ConditionPrinter.print(new Expr.Exists(operand, operand.span()));
        return exists.substring(0, exists.length() - " exists".length());
    }

    /** How a comparison reads; empty if its symbol says more than words. */
    private static Optional<String> verb(Expr.Comparison check) {
        if (check.modifier().isPresent()) {
            return Optional.empty();
        }
        boolean several =
                check.right() instanceof Right.TextList list && list.items().size() > 1;
        return switch (check.operator()) {
            case EQ -> Optional.of("is");
            case NE -> Optional.of("is not");
            case IN -> Optional.of(several ? "is one of" : "is");
            case INTERSECTS -> Optional.of(several ? "contains one of" : "contains");
            case PMATCH -> Optional.of("is at or below");
            case CONTAINS -> Optional.of("contains");
            case STARTSWITH -> Optional.of("begins with");
            case ENDSWITH -> Optional.of("ends with");
            case GLOB, REGEX -> Optional.of("matches");
            case LT, LE, GT, GE, ICONTAINS, BCONTAINS, BSTARTSWITH, IGLOB -> Optional.empty();
        };
    }

    private static Optional<String> constants(Right right) {
        return switch (right) {
            case Right.Text text -> Optional.of(quoted(text.value()));
            case Right.TextList list -> Optional.of(constants(list.items()));
            case Operand other -> Optional.empty();
        };
    }

    private static String constants(List<Right.Text> items) {
        int more = items.size() - MOST_ITEMS;
        return items.stream()
                        .limit(MOST_ITEMS)
                        .map(item -> quoted(item.value()))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
