package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import java.util.stream.Stream;

/** What conditions compare operands with, other than patterns. */
final class ComparedTexts {
    private ComparedTexts() {}

    /** The texts that a condition compares {@code operand}, without spans, with. */
    static Stream<String> of(Expr condition, Operand operand) {
        return switch (condition) {
            case Expr.And and -> and.operands().stream().flatMap(each -> of(each, operand));
            case Expr.Or or -> or.operands().stream().flatMap(each -> of(each, operand));
            case Expr.Not not -> of(not.operand(), operand);
            case Expr.MacroRef macro -> Stream.empty();
            case Expr.Exists exists -> Stream.empty();
            case Expr.Comparison comparison ->
                comparison.left().withoutSpans().equals(operand) && !isPattern(comparison.operator())
                        ? switch (comparison.right()) {
                            case Right.Text text -> Stream.of(text.value());
                            case Right.TextList list -> list.items().stream().map(Right.Text::value);
                            case Operand other -> Stream.empty();
                        }
                        : Stream.empty();
        };
    }

    private static boolean isPattern(Operator operator) {
        return operator == Operator.REGEX || operator == Operator.GLOB || operator == Operator.IGLOB;
    }
}
