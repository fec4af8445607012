package io.falconer.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconer.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionPrinterTest {
    private static final Operand FIELD = new Operand.FieldRef("a.b", Optional.empty(), Span.NONE);

    static IntStream latin() {
        return IntStream.rangeClosed(0, 0x180);
    }

    @ParameterizedTest
    @MethodSource("latin")
    void everyCharacterSurvivesAsValueItemAndArgument(int c) {
        for (String value : List.of(Character.toString(c), "x" + (char) c, (char) c + " x", "x " + (char) c)) {
            survives(compare(Operator.EQ, new Right.Text(value, Span.NONE)));
            survives(compare(Operator.IN, new Right.TextList(List.of(new Right.Text(value, Span.NONE)), Span.NONE)));
            survives(new Expr.Exists(new Operand.FieldRef("a.b", Optional.of(value), Span.NONE), Span.NONE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "oneof",
                "anyof",
                "and",
                "tolower(a.b)",
                "val(a.b)",
                "a\\",
                "a b\\",
                "\\\\",
                "\\\"",
                "'\"'",
                "\uDCE9",
                "é",
                "\uD83D\uDE80",
                "\uD83D\uDCE9",
                "x) or (a.c exists",
                "\" or a.c exists or a.b = \""
            })
    void noValueChangesTheStructure(String value) {
        survives(compare(Operator.EQ, new Right.Text(value, Span.NONE)));
        survives(new Expr.Comparison(
                FIELD,
                Operator.CONTAINS,
                Optional.of(Modifier.ANYOF),
                new Right.TextList(List.of(new Right.Text(value, Span.NONE)), Span.NONE),
                Span.NONE));
        survives(new Expr.Exists(
                new Operand.Transformed(
                        Transformer.JOIN,
                        List.of(new Right.Text(value, Span.NONE), FIELD),
                        Optional.of(value),
                        Span.NONE),
                Span.NONE));
    }

    @Test
    void structureSurvives() {
        Expr a = new Expr.MacroRef("a", Span.NONE);
        Expr and = new Expr.And(List.of(a, a), Span.NONE);
        Expr or = new Expr.Or(List.of(a, and), Span.NONE);
        for (Expr inner : List.of(a, and, or, new Expr.Not(a, Span.NONE))) {
            survives(new Expr.Not(inner, Span.NONE));
            survives(new Expr.And(List.of(inner, a, inner), Span.NONE));
            survives(new Expr.Or(List.of(inner, a, inner), Span.NONE));
        }
    }

    @Test
    void refusesWhatTheGrammarCannotSay() {
        assertThatThrownBy(() -> ConditionPrinter.print(compare(Operator.LT, new Right.Text("abc", Span.NONE))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Expr compare(Operator operator, Right right) {
        return new Expr.Comparison(FIELD, operator, Optional.empty(), right, Span.NONE);
    }

    private static void survives(Expr expr) {
        String text = ConditionPrinter.print(expr);
        ParseResult result = ConditionParser.parse(text);
        assertThat(result).as(text).isInstanceOf(ParseResult.Parsed.class);
        assertThat(((ParseResult.Parsed) result).expr().withoutSpans()).as(text).isEqualTo(expr);
    }
}
