package io.falconer.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any tree is printed as a condition that is read as the same tree, or is one that no condition can say. */
class RandomTreesTest {
    private static final List<String> NAMES = List.of(
            "a", "not", "and", "or", "in", "exists", "val", "tolower", "nota", "oneof", "X_1", "", "a b", "1a", "a.b",
            "é", "(");
    private static final List<String> FIELDS =
            List.of("a.b", "not.a", "or.b.c", "exists.in", "a", "a.", ".a", "a..b", "a.1", "A.b_2", "a.b c");
    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "not",
            "oneof",
            "anyof",
            "val(a.b)",
            "a b",
            "\\",
            "\\\\",
            "\"",
            "'",
            "\\\"",
            "x\"'",
            "\0",
            "\n",
            "\b",
            "\u000b",
            "\u007f",
            "\u009f",
            "é",
            "\uD83D\uDE80",
            "\uDC80",
            "\uDCFF\uDCFE",
            "\uD83D",
            "\u2028",
            "1",
            "-1.5",
            "0x1f",
            "1e+5",
            "1e5",
            "=",
            ",",
            "(",
            ")",
            "a]",
            "[",
            "]",
            "x\uDC80",
            "\u0001\uDC80",
            "\uDCC3\uDCA9",
            "\u0001\uDCC3\uDCA9",
            "\uDCC3\uDCA9\uDC80",
            "\n\uDCC3\uDCA9",
            "%",
            "<NA>",
            "a or b.c exists");

    private Random random = new Random(0);
    private int said;

    @RepeatedTest(20)
    void areReadBackAsTheyAre(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 2_000; i++) {
            Expr tree = expr(0);
            Optional<String> printed = printed(tree);
            printed.ifPresent(text -> assertThat(ConditionParser.parse(text))
                    .as(text)
                    .isInstanceOfSatisfying(ParseResult.Parsed.class, parsed -> assertThat(
                                    parsed.expr().withoutSpans())
                            .as(text)
                            .isEqualTo(tree.withoutSpans())));
            printed.ifPresent(text -> said++);
        }
        assertThat(said).isGreaterThan(400);
    }

    /** Whether two trees differ in more than places is found without making others. */
    @Test
    void areComparedApartFromTheirPlaces() {
        int same = 0;
        for (int i = 0; i < 20_000; i++) {
            int seed = random.nextInt(2_000);
            Expr one = new Seeded(seed).tree();
            Expr other = new Seeded(random.nextInt(3) == 0 ? seed : random.nextInt(2_000))
                    .tree()
                    .shifted(i);
            boolean isSame = one.withoutSpans().equals(other.withoutSpans());
            same += isSame ? 1 : 0;
            assertThat(one.isSameApartFromPlaces(other)).as("%s %s", one, other).isEqualTo(isSame);
        }
        assertThat(same).isGreaterThan(5_000);
    }

    /** A small tree for each seed. */
    private record Seeded(int seed) {
        Expr tree() {
            RandomTreesTest trees = new RandomTreesTest();
            trees.random = new Random(seed);
            return trees.expr(2);
        }
    }

    private static Optional<String> printed(Expr tree) {
        try {
            return Optional.of(ConditionPrinter.print(tree));
        } catch (IllegalArgumentException unsayable) {
            return Optional.empty();
        }
    }

    /** What was read can always be said, in other words perhaps. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            (not) and a                     | (not) and a
            (not) or not                    | (not) or (not)
            not not                         | not (not)
            not (not)                       | not (not)
            not                             | not
            a and (not)                     | a and (not)
            ((not) and a) or not            | (not) and a or (not)
            a.b in (not) and (not)          | a.b in (not) and (not)
            or or or                        | or or or
            and and and                     | and and and
            not (not a)                     | not (not a)
            a.b in x                        | a.b in x
            a.b = oneof x                   | a.b = oneof x
            a.b = oneof (x)                 | a.b = oneof (x)
            """)
    void whatIsReadIsSaid(String condition, String printed) {
        Expr tree = ((ParseResult.Parsed) ConditionParser.parse(condition)).expr();
        String text = ConditionPrinter.print(tree);
        assertThat(text).isEqualTo(printed);
        assertThat(((ParseResult.Parsed) ConditionParser.parse(text)).expr().withoutSpans())
                .isEqualTo(tree.withoutSpans());
    }

    private Expr expr(int depth) {
        int kind = depth > 3 ? 3 + random.nextInt(3) : random.nextInt(6);
        return switch (kind) {
            case 0 -> new Expr.And(several(depth, () -> expr(depth + 1)), Span.NONE);
            case 1 -> new Expr.Or(several(depth, () -> expr(depth + 1)), Span.NONE);
            case 2 -> new Expr.Not(expr(depth + 1), Span.NONE);
            case 3 -> new Expr.MacroRef(mostly(NAMES, 11), Span.NONE);
            case 4 -> new Expr.Exists(operand(0), Span.NONE);
            default -> {
                Operator operator = Operator.values()[random.nextInt(Operator.values().length)];
                Optional<Modifier> modifier = random.nextInt(6) == 0
                        ? Optional.of(Modifier.values()[random.nextInt(Modifier.values().length)])
                        : Optional.empty();
                yield new Expr.Comparison(operand(0), operator, modifier, right(), Span.NONE);
            }
        };
    }

    private Right right() {
        return switch (random.nextInt(4)) {
            case 0 -> operand(0);
            case 1 -> new Right.TextList(several(0, this::text), Span.NONE);
            default -> text();
        };
    }

    private Operand operand(int depth) {
        Optional<String> argument = random.nextInt(4) == 0 ? Optional.of(any(TEXTS)) : Optional.empty();
        return depth > 2 || random.nextInt(3) > 0
                ? new Operand.FieldRef(mostly(FIELDS, 4), argument, Span.NONE)
                : new Operand.Transformed(
                        Transformer.values()[random.nextInt(Transformer.values().length)],
                        several(1, () -> argument(depth + 1)),
                        argument,
                        Span.NONE);
    }

    private TransformerArgument argument(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> text();
            case 1 -> new TransformerArgument.ArgumentList(several(0, () -> argument(depth + 1)), Span.NONE);
            default -> operand(depth + 1);
        };
    }

    private Right.Text text() {
        return new Right.Text(any(TEXTS), Span.NONE);
    }

    private <T> List<T> several(int least, Supplier<T> each) {
        List<T> items = new ArrayList<>();
        IntStream.range(0, least + random.nextInt(4)).forEach(i -> items.add(each.get()));
        return items;
    }

    private String mostly(List<String> texts, int usual) {
        return texts.get(random.nextInt(random.nextInt(20) == 0 ? texts.size() : usual));
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
