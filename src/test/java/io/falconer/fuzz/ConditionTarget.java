package io.falconer.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.condition.Grammar;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.ParseResult;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import io.falconer.ruleset.Falco;
import io.falconer.text.ByteText;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlReader;
import java.util.List;
import java.util.stream.Stream;

/** A condition is refused at a place in its text, or its parts have places in it and it is printed so that it reads the same. */
final class ConditionTarget implements FuzzTarget {
    @Override
    public String name() {
        return "conditions";
    }

    @Override
    public List<byte[]> seeds() {
        return Stream.concat(
                        TestInputs.rules().stream().flatMap(ConditionTarget::conditions),
                        Stream.of("ConditionParserTest", "ConditionPrinterTest", "ConditionCheckerTest")
                                .flatMap(test -> TestInputs.rows(test, '|').stream())
                                .map(List::getFirst))
                .distinct()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }

    private static Stream<String> conditions(byte[] rules) {
        return YamlReader.read(SourceFile.of("rules", new String(rules, UTF_8))).value().stream()
                .flatMap(List::stream)
                .flatMap(ConditionTarget::conditions);
    }

    private static Stream<String> conditions(YamlNode node) {
        return switch (node) {
            case YamlNode.Sequence list -> list.items().stream().flatMap(ConditionTarget::conditions);
            case YamlNode.Mapping mapping -> mapping.entries().stream().flatMap(ConditionTarget::condition);
            case YamlNode.Scalar scalar -> Stream.empty();
        };
    }

    private static Stream<String> condition(Entry entry) {
        return entry.name().equals("condition") && entry.value() instanceof YamlNode.Scalar scalar
                ? Stream.of(scalar.text())
                : conditions(entry.value());
    }

    @Override
    public void check(byte[] input) {
        String text = ByteText.decode(input);
        for (Falco falco : Falco.ALL) {
            check(text, falco.dialect().grammar());
        }
    }

    private static void check(String text, Grammar grammar) {
        switch (ConditionParser.parse(text, grammar)) {
            case ParseResult.Failed(String message, int offset) -> {
                assertThat(message).isNotBlank();
                assertThat(offset).isBetween(0, text.length());
            }
            case ParseResult.Parsed(Expr expr) -> {
                within(new Span(0, text.length()), expr);
                assertThat(readAgain(ConditionPrinter.print(expr))).isEqualTo(expr.withoutSpans());
                assertThat(readAgain(ConditionPrinter.printQuoted(expr))).isEqualTo(withLists(expr.withoutSpans()));
            }
        }
    }

    private static Expr readAgain(String printed) {
        return switch (ConditionParser.parse(printed)) {
            case ParseResult.Parsed(Expr expr) -> expr.withoutSpans();
            case ParseResult.Failed(String message, int offset) ->
                throw new AssertionError(message + " at " + offset + ": " + printed);
        };
    }

    /** The same expression with a list in place of a bare identifier that stands for one, because quotes require a list. */
    private static Expr withLists(Expr expr) {
        return switch (expr) {
            case Expr.And and -> new Expr.And(each(and.operands()), and.span());
            case Expr.Or or -> new Expr.Or(each(or.operands()), or.span());
            case Expr.Not not -> new Expr.Not(withLists(not.operand()), not.span());
            case Expr.Comparison(Operand left, Operator operator, var modifier, Right.Text text, Span span)
            when operator.takesList() || modifier.isPresent() ->
                new Expr.Comparison(left, operator, modifier, new Right.TextList(List.of(text), text.span()), span);
            case Expr.Comparison comparison -> comparison;
            case Expr.MacroRef macro -> macro;
            case Expr.Exists exists -> exists;
        };
    }

    private static List<Expr> each(List<Expr> operands) {
        return operands.stream().map(ConditionTarget::withLists).toList();
    }

    private static void within(Span outer, Expr expr) {
        Span span = within(outer, expr.span());
        switch (expr) {
            case Expr.And and -> and.operands().forEach(part -> within(span, part));
            case Expr.Or or -> or.operands().forEach(part -> within(span, part));
            case Expr.Not not -> within(span, not.operand());
            case Expr.MacroRef macro -> {}
            case Expr.Exists exists -> within(span, exists.left());
            case Expr.Comparison comparison -> {
                within(span, comparison.left());
                switch (comparison.right()) {
                    case Right.Text text -> within(span, text.span());
                    case Right.TextList list -> {
                        within(span, list.span());
                        list.items().forEach(item -> within(list.span(), item.span()));
                    }
                    case Operand operand -> within(span, operand);
                }
            }
        }
    }

    private static void within(Span outer, TransformerArgument argument) {
        Span span = within(outer, argument.span());
        switch (argument) {
            case Operand.Transformed call -> call.arguments().forEach(each -> within(span, each));
            case TransformerArgument.ArgumentList list -> list.items().forEach(each -> within(span, each));
            case Operand.FieldRef field -> {}
            case Right.Text text -> {}
        }
    }

    private static Span within(Span outer, Span span) {
        assertThat(span.start()).isBetween(outer.start(), outer.end());
        assertThat(span.end()).isBetween(span.start(), outer.end());
        return span;
    }
}
