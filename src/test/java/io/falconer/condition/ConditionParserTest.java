package io.falconer.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.text.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {
    private static final String TRANSFORMERS =
            "'val', 'tolower', 'toupper', 'b64', 'basename', 'len', 'join', 'concat', 'getopt'";

    /** Text and how the printer shows what it means. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a and(b)                     | a and b
            (a)and(b)                    | a and b
            a or(b)                      | a or b
            not(a)                       | not a
            not not a                    | a
            not not(a)                   | a
            not not not a                | not a
            not (not a)                  | not (not a)
            a or b and c                 | a or b and c
            (a or b) and c               | (a or b) and c
            a and (b and c)              | a and (b and c)
            a.b existsand c              | a.b exists and c
            a.b in(x)                    | a.b in (x)
            a.b=x                        | a.b = x
            a.b == x                     | a.b = x
            a.b!=x                       | a.b != x
            a.b inside                   | a.b in side
            a.b in x                     | a.b in x
            a.b intersectsx              | a.b intersects x
            x.y in ( )                   | x.y in ()
            x.y in()                     | x.y in ()
            x.y in (a, b ,"c d")         | x.y in (a, b, "c d")
            x.y in ("\\q")               | x.y in ()
            a.b = and                    | a.b = and
            a.b = oneof                  | a.b = "oneof"
            a.b = oneofx                 | a.b = oneofx
            a.b = oneof (x, y)           | a.b = oneof (x, y)
            a.b = oneof and c.d = e      | a.b = "oneof" and c.d = e
            a.b = oneof or(c.d = e)      | a.b = "oneof" or c.d = e
            a.b = oneof android          | a.b = oneof android
            a.b startswith anyof x       | a.b startswith anyof x
            a.b != allof ()              | a.b != allof ()
            ka.x[0] in (y)               | ka.x[0] in (y)
            ka.x[""] exists              | ka.x[""] exists
            ka.x["a"] exists             | ka.x[a] exists
            ka.x[/a~1b/c:d(,)=*] exists  | ka.x[/a~1b/c:d(,)=*] exists
            evt.arg.flags contains O     | evt.arg.flags contains O
            evt.num >= 0x1F              | evt.num >= 0x1F
            evt.num<-1.5e+3              | evt.num < -1.5e+3
            evt.num > val(a.b)           | evt.num > val(a.b)
            a.b = val( c.d[1] )          | a.b = val(c.d[1])
            a.b = tolower(c.d)           | a.b = tolower(c.d)
            a.b in val(c.d)              | a.b in val(c.d)
            len( tolower( x.y ) ) > 1    | len(tolower(x.y)) > 1
            join(",", (a.b, 1, 'c')) = x | join(",", (a.b, "1", "c")) = x
            join(",", ()) = x            | join(",", ()) = x
            concat(a.b, 2, tolower(c.d)) exists | concat(a.b, "2", tolower(c.d)) exists
            getopt(proc.args, "ab:")[b] = x     | getopt(proc.args, "ab:")[b] = x
            tolower                      | tolower
            oder                         | oder
            """)
    void readsTextAs(String text, String meaning) {
        assertThat(print(text)).isEqualTo(meaning);
    }

    /** Text, offset of the cursor, message; T stands for the list of transformers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            (a)andnot(b)      | 6  | expected blank or '(' after 'and'
            a andnot b        | 5  | expected blank or '(' after 'and'
            a order           | 4  | expected blank or '(' after 'or'
            a notb            | 2  | unexpected token after 'a', expecting 'or', 'and'
            a.b exists x      | 11 | unexpected token after 'exists', expecting 'or', 'and'
            a.b = "x y" z     | 12 | unexpected token after 'x y', expecting 'or', 'and'
            a.b = {"k":1}     | 7  | unexpected token after '{', expecting 'or', 'and'
            (a) b             | 4  | unexpected token after ')', expecting 'or', 'and'
            a.b = x=y         | 7  | unexpected token after 'x', expecting 'or', 'and'
            a.b > 5x          | 7  | unexpected token after '5', expecting 'or', 'and'
            a.b > 1e3         | 7  | unexpected token after '1', expecting 'or', 'and'
            a b # c           | 2  | unexpected token after 'a', expecting 'or', 'and'
            1 = 2             | 0  | expected a '(' token, a field check, or an identifier
            a and             | 5  | expected blank or '(' after 'and'
            (a                | 2  | expected a ')' token
            x.y in (a b)      | 10 | expected a ')' token
            x.y in (,)        | 8  | expected a ')' token
            x.y in (a,)       | 10 | expected a string value
            x.y in (a,,b)     | 10 | expected a string value
            a.b in (tolower(c.d)) | 15 | expected a ')' token
            a.b in "x"        | 7  | expected a list, an identifier, or a field with a valid transformer: T
            a.b = anyof "x"   | 12 | unexpected token after 'anyof', expecting 'or', 'and'
            a.b =anyof (x)    | 11 | unexpected token after 'anyof', expecting 'or', 'and'
            a.b globin (x)    | 4  | expected a valid check operator: one of 'exists', '<=', '<', '>=', '>', '==', '=', '!=', 'glob', 'iglob', 'contains', 'icontains', 'bcontains', 'startswith', 'bstartswith', 'endswith', 'regex', 'intersects', 'in', 'pmatch'
            a.b =             | 5  | expected a string value or a field with a valid transformer: T
            a.b = (a,b)       | 6  | expected a string value or a field with a valid transformer: T
            a.b startswith (x) | 15 | expected a string value or a field with a valid transformer: T
            a.b = "a\\\\"     | 6  | expected a string value or a field with a valid transformer: T
            a.b < abc         | 6  | expected a number value or a field with a valid transformer: T
            ka.x[]            | 5  | expected a valid field argument: a quoted string or a bare string
            ka.x[ 0 ]         | 5  | expected a valid field argument: a quoted string or a bare string
            ka.x["a             | 5 | expected a valid field argument: a quoted string or a bare string
            ka.x[a b]         | 6  | expected a ']' token
            tolower(a.b exists | 12 | expected a ')' token closing the transformer
            a.b = val(c.d     | 13 | expected a ')' token closing the transformer
            a.b = val(tolower(c.d)) | 10 | expected a field within 'val' transformer
            b64(val(a.b)) = x | 4  | expected field transformer argument: field, transformer, quoted string, number, or transformer list
            join(",", (a)) = x | 11 | expected transformer list argument: field, transformer, quoted string, or number
            join(",", (a.b c)) = x | 15 | expected ')'
            a.b = "\\q"       | 10 | unsupported string escape sequence: \\q
            a.b = "\\'"       | 10 | invalid \\' escape in "-quoted string
            a.b = '\\"'       | 10 | invalid \\" escape in '-quoted string
            a.b = "\\x1"      | 11 | truncated hex char escape sequence
            a.b = "\\xzz"     | 12 | invalid hex char escape sequence: zz
            """)
    void refuses(String text, int offset, String message) {
        assertThat(ConditionParser.parse(text))
                .isEqualTo(new ParseResult.Failed(message.replace(": T", ": " + TRANSFORMERS), offset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ka.x [0]", "a.b containsx", "a.b startswith(x)", "a.b", "json.value.a-b = 1", "val(a.b) = x"})
    void namesTheOperatorsWhereNoneStands(String text) {
        ParseResult.Failed failed = (ParseResult.Failed) ConditionParser.parse(text);
        assertThat(failed.message())
                .isEqualTo(
                        text.startsWith("val")
                                ? "unexpected token after 'val', expecting 'or', 'and'"
                                : "expected a valid check operator: one of 'exists', '<=', '<', '>=', '>', '==', '=',"
                                        + " '!=', 'glob', 'iglob', 'contains', 'icontains', 'bcontains', 'startswith',"
                                        + " 'bstartswith', 'endswith', 'regex', 'intersects', 'in', 'pmatch'");
    }

    /** Falco up to 0.43: no feature of the grammar is there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a.b globin (x)               | a.b in (x)
            ka.x[""] exists              | ka.x exists
            tolower(b64(a.b)) = x        | tolower(b64(a.b)) = x
            tolower(b64(a.b)c.d) = x     | tolower(c.d) = x
            a.b = oneof                  | a.b = "oneof"
            """)
    void readsWhatEarlierGrammarsTake(String text, String printed) {
        assertThat(ConditionParser.parse(text, new Grammar(Set.of())))
                .isInstanceOfSatisfying(
                        ParseResult.Parsed.class, parsed -> assertThat(ConditionPrinter.print(parsed.expr()))
                                .isEqualTo(printed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a.b = oneof (x, y)      | 12 | unexpected token after 'oneof', expecting 'or', 'and'
            join(",", a.b) = x      | 4  | unexpected token after 'join', expecting 'or', 'and'
            tolower("x") = x        | 8  | expected a field or a nested valid transformer: 'val', 'tolower', 'toupper', 'b64', 'basename', 'len'
            tolower(a.b)[c] = x     | 12 | expected a valid check operator: one of 'exists', '<=', '<', '>=', '>', '==', '=', '!=', 'glob', 'iglob', 'contains', 'icontains', 'bcontains', 'startswith', 'bstartswith', 'endswith', 'regex', 'intersects', 'in', 'pmatch'
            a.b = "\\x41"           | 12 | unsupported string escape sequence: \\x
            """)
    void refusesWhatEarlierGrammarsLack(String text, int offset, String message) {
        assertThat(ConditionParser.parse(text, new Grammar(Set.of())))
                .isEqualTo(new ParseResult.Failed(message, offset));
    }

    /** Without Falco's bound ours holds, because the stack is finite. */
    @Test
    void nestsDeeperWhereFalcoHasNoBound() {
        Grammar unbounded = Grammar.NEWEST.without(Grammar.Feature.DEPTH_LIMIT);
        assertThat(ConditionParser.parse(nested(250), unbounded)).isInstanceOf(ParseResult.Parsed.class);
        assertThat(ConditionParser.parse(nested(250))).isInstanceOf(ParseResult.Failed.class);
        assertThat(ConditionParser.parse(nested(100_000), unbounded)).isInstanceOf(ParseResult.Failed.class);
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "a.b = c" + ")".repeat(depth);
    }

    @Test
    void anEmptyTextHasItsOwnMessage() {
        assertThat(ConditionParser.parse("")).isEqualTo(new ParseResult.Failed("filter input string is empty", 0));
        assertThat(ConditionParser.parse(" \n"))
                .isEqualTo(new ParseResult.Failed("expected a '(' token, a field check, or an identifier", 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "a b"         | a b
            'a "b"'       | a "b"
            "it's"        | it's
            "\\"x\\""     | "x"
            'it\\'s'      | it's
            "a\\\\.b"     | a\\.b
            "a\\ b"       | a\\b
            "\\/"         | /
            "\\x41\\x7e"  | A~
            "\\xc3\\xa9"  | é
            "a\\\\\\"b"   | a\\"b
            a\\.b         | a\\.b
            C:\\x;%[*]#   | C:\\x;%[*]#
            """)
    void resolvesEscapesOnlyInQuotes(String written, String value) {
        assertThat(constant(written)).isEqualTo(value);
    }

    @Test
    void resolvesControlEscapes() {
        assertThat(constant("\"\\b\\f\\n\\r\\t\"")).isEqualTo("\b\f\n\r\t");
        assertThat(constant("'\\x00'")).isEqualTo("\0");
    }

    @Test
    void aByteThatIsNoUtf8EqualsNoText() {
        assertThat(constant("\"\\xe9\"")).isEqualTo("\uDCE9");
        assertThat(constant("\"\\xc3\uDCA9\"")).isEqualTo("é");
    }

    @Test
    void blanksAreSpaceTabBackspaceAndLineEnds() {
        assertThat(print("\t\b(\r\na.b\b=\nx)\n")).isEqualTo("a.b = x");
        assertThat(ConditionParser.parse("a.b\f= x")).isInstanceOf(ParseResult.Failed.class);
        assertThat(print("not\f\u000Ba")).isEqualTo("not a");
    }

    @Test
    void knowsWhereEverythingStands() {
        String text = " not a.b[1] in (x, 'y') or m";
        Expr.Or or = (Expr.Or) parsed(text);
        Expr.Not not = (Expr.Not) or.operands().get(0);
        Expr.Comparison in = (Expr.Comparison) not.operand();
        Right.TextList list = (Right.TextList) in.right();
        assertThat(List.of(or.span(), not.span(), in.span(), in.left().span(), list.span()))
                .extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly(
                        text.substring(1), "not a.b[1] in (x, 'y')", "a.b[1] in (x, 'y')", "a.b[1]", "(x, 'y')");
        assertThat(list.items()).extracting(Right.Text::span).containsExactly(new Span(16, 17), new Span(19, 22));
        assertThat(or.operands().get(1).span()).isEqualTo(new Span(27, 28));
    }

    @Test
    void anArgumentThatIsEmptyDiffersFromNone() {
        assertThat(field("ka.x[''] exists").argument()).contains("");
        assertThat(field("ka.x exists").argument()).isEqualTo(Optional.empty());
    }

    @Test
    void parenthesesNestUpToFalcosLimit() {
        assertThat(ConditionParser.parse(nested(150, "a.b = c"))).isInstanceOf(ParseResult.Parsed.class);
        assertThat(ConditionParser.parse(nested(198, "a.b = c"))).isInstanceOf(ParseResult.Parsed.class);
        assertThat(ConditionParser.parse(nested(199, "a.b = c")))
                .isInstanceOfSatisfying(ParseResult.Failed.class, failed -> assertThat(failed.message())
                        .isEqualTo("exceeded max depth limit of 1000"));
        assertThat(ConditionParser.parse(nested(250, "a"))).isInstanceOf(ParseResult.Failed.class);
    }

    @Test
    void hostileTextsEndQuickly() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            int many = ConditionParser.MAX_LENGTH / 8;
            for (String text : List.of(
                    "(".repeat(10_000),
                    "not(".repeat(10_000),
                    "tolower(".repeat(10_000),
                    "join((".repeat(10_000),
                    "a.b = " + "x".repeat(many) + "(",
                    "a.b = '" + "\\x".repeat(many),
                    "a.b in (" + "\"".repeat(many),
                    "a.b in (" + "x,".repeat(many),
                    "a.".repeat(many),
                    "not ".repeat(many),
                    "a and ".repeat(many),
                    "a.b[" + "[".repeat(many))) {
                assertThat(ConditionParser.parse(text) instanceof ParseResult.Failed)
                        .as(text.substring(0, 20))
                        .isTrue();
            }
            assertThat(ConditionParser.parse(" ".repeat(100 << 20))).isInstanceOf(ParseResult.Failed.class);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ka.verbs and    | ka.verbs
            ka.user.name.   | ka.user.name
            ka.x[0] rest    | ka.x[0]
            join(",",a.b)]  | join(",",a.b)
            """)
    void readsTheOperandAtThePlace(String text, String operand) {
        OperandResult.Parsed parsed = (OperandResult.Parsed) ConditionParser.parseOperand("%" + text, 1);
        Span span = parsed.operand().span();
        assertThat(span.start()).isEqualTo(1);
        assertThat(text.substring(0, span.end() - 1)).isEqualTo(operand);
    }

    @Test
    void saysWhyNoOperandStandsThere() {
        assertThat(ConditionParser.parseOperand("% of", 1))
                .isEqualTo(new OperandResult.Failed("unexpected token after '", 1));
        assertThat(ConditionParser.parseOperand("tolower(x)", 0))
                .isEqualTo(new OperandResult.Failed(
                        "expected field transformer argument: field, transformer, quoted string, number, or transformer list",
                        8));
    }

    private static String nested(int levels, String inside) {
        return "(".repeat(levels) + inside + ")".repeat(levels);
    }

    private static Operand.FieldRef field(String text) {
        return (Operand.FieldRef) ((Expr.Exists) parsed(text)).left();
    }

    private static String constant(String written) {
        return ((Right.Text) ((Expr.Comparison) parsed("a.b = " + written)).right()).value();
    }

    private static String print(String text) {
        return ConditionPrinter.print(parsed(text));
    }

    private static Expr parsed(String text) {
        return switch (ConditionParser.parse(text)) {
            case ParseResult.Parsed parsed -> parsed.expr();
            case ParseResult.Failed failed -> throw new AssertionError(failed.toString());
        };
    }
}
