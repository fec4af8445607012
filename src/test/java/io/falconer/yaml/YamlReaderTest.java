package io.falconer.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    @Test
    void scalarsKeepTheirText() {
        assertThat(shape("[1, yes, 0x10, 012, 2024-01-01, 'q', \"w\", ~, ]"))
                .isEqualTo("[1, yes, 0x10, 012, 2024-01-01, 'q', 'w', null]");
    }

    @Test
    void repeatedKeysAndMergeKeysStayAsWritten() {
        assertThat(shape("{a: 1, a: 2, <<: {b: 3}}")).isEqualTo("{a: 1, a: 2, <<: {b: 3}}");
        assertThat(((YamlNode.Mapping) one("{a: 1, a: 2}")).get("a").orElseThrow())
                .isEqualTo(((YamlNode.Mapping) one("{a: 1, a: 2}"))
                        .entries()
                        .getFirst()
                        .value());
    }

    @Test
    void aliasesStandForWhatTheyName() {
        assertThat(shape("- &x {a: [1, 2]}\n- *x\n")).isEqualTo("[{a: [1, 2]}, {a: [1, 2]}]");
    }

    @Test
    void tabsMaySeparateButNotIndent() {
        assertThat(shape("a:\tb\nc:\t# x\n\t\nd: [e,\tf]\t# y\n")).isEqualTo("{a: b, c: null, d: [e, f]}");
        String json = "[\n" + "\t{\n\t\t\"a\":\t\"b\"\n\t},\n".repeat(50) + "\t{}\n]\n";
        assertThat(shape(json)).isEqualTo("[" + "{a: 'b'}, ".repeat(50) + "{}]");
        assertThat(error("a:\n\tb: 1\n").hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("spaces"));
        assertThat(error("-\ta: 1\n").code()).isEqualTo("yaml-syntax");
    }

    @Test
    void documentsComeInOrderAndMayBeEmpty() {
        assertThat(read("--- a\n---\n--- b\n").value().orElseThrow().stream().map(YamlReaderTest::shape))
                .containsExactly("a", "null", "b");
        assertThat(read("# nothing\n").value().orElseThrow()).isEmpty();
        assertThat(read("").value().orElseThrow()).isEmpty();
    }

    @Test
    void spansCoverTheTextOfANode() {
        String text =
                "# \uD83D\uDE00\nlist:\n- 'é' # c\n- k: [a, b]\n  l: |\n    one\n    two\n\nnext: &a x\nlast: *a\n";
        YamlNode.Mapping top =
                (YamlNode.Mapping) read(text).value().orElseThrow().getFirst();
        assertThat(covered(text, top))
                .isEqualTo(text.substring(text.indexOf("list")).stripTrailing());
        YamlNode.Sequence list = (YamlNode.Sequence) top.get("list").orElseThrow();
        assertThat(covered(text, list.items().getFirst())).isEqualTo("'é'");
        YamlNode.Mapping item = (YamlNode.Mapping) list.items().get(1);
        assertThat(covered(text, item)).isEqualTo("k: [a, b]\n  l: |\n    one\n    two");
        assertThat(covered(text, item.get("k").orElseThrow())).isEqualTo("[a, b]");
        assertThat(covered(text, item.get("l").orElseThrow())).isEqualTo("|\n    one\n    two");
        assertThat(covered(text, top.get("last").orElseThrow())).isEqualTo("&a x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:\\n\\tb: 1 | yaml-syntax | 2:1 | spaces",
                "a: b: c | yaml-syntax | 1:5 | quote",
                "a: 'b | yaml-syntax | 1:6 | quote",
                "a: @b | yaml-syntax | 1:4 | quote",
                "- a\\n b: 1 | yaml-syntax | 2:3 | quote",
                "a: *b | yaml-alias | 1:4 | &b",
                "a: &b [*b] | yaml-alias | 1:8 | inner",
                "a: \\u0000 | yaml-character | 1:4 | UTF-16",
                "a: \\u0007 | yaml-character | 1:4 | escape",
            })
    void whatIsNotYamlIsAnErrorWithPlaceAndHint(String text, String code, String place, String hint) {
        Diagnostic error = error(unescaped(text));
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.location().orElseThrow()).hasToString("f.yaml:" + place);
        assertThat(error.hint().orElseThrow()).contains(hint);
    }

    @Test
    void aliasBombsAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a%d, ".formatted(i - 1)).repeat(10))
                    .append("]\n");
        }
        Diagnostic error = error(bomb.toString());
        assertThat(error.code()).isEqualTo("yaml-limit");
        assertThat(error.message()).isEqualTo("the file has more than 1000000 nodes");
    }

    @Test
    void depthThroughAliasesCountsToo() {
        StringBuilder ladder = new StringBuilder("- &a0 [x]\n");
        for (int i = 1; i < 300; i++) {
            ladder.append("- &a%d [*a%d]\n".formatted(i, i - 1));
        }
        assertThat(error(ladder.toString()).message())
                .isEqualTo("lists and mappings are nested more than 200 levels deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "- - ", "[{"})
    void deepNestingIsRefused(String opener) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(error(opener.repeat(10_000)).code()).isEqualTo("yaml-limit"));
    }

    @Test
    void nestingWithinTheLimitIsRead() {
        String text = "[".repeat(199) + "x" + "]".repeat(199);
        assertThat(read(text).value()).isPresent();
    }

    @Test
    void filesThatAreTooLargeAreRefused() {
        String text = "a: " + "x".repeat(100_000_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(error(text).message()).isEqualTo("the file is too large: 100000003 characters"));
    }

    @Test
    void anyTextGivesNodesOrADiagnosticAndNothingElse() {
        String alphabet = "ab \n\n\t:-?[]{},&*!|>'\"%@`#0xU\\\u00e9\u2028\uFEFF\uD83D\uDE00";
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Outcome<List<YamlNode>> outcome = read(text.toString());
            assertThat(outcome.value().isPresent())
                    .isEqualTo(outcome.diagnostics().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%YAML 99999999999999999999.1\n--- a", "\"\\UFFFFFFFF\"", "!<%zz> a", "%TAG ! a\n--- !b c"})
    void oddDirectivesAndEscapesAreNoAccident(String text) {
        assertThat(read(text)).isNotNull();
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\u0000", "\0")
                .replace("\\u0007", "\7");
    }

    private static String covered(String text, YamlNode node) {
        return text.substring(node.span().start(), node.span().end());
    }

    private static Outcome<List<YamlNode>> read(String text) {
        return YamlReader.read(SourceFile.of("f.yaml", text));
    }

    private static YamlNode one(String text) {
        return read(text).value().orElseThrow().getFirst();
    }

    private static Diagnostic error(String text) {
        return read(text).diagnostics().getFirst();
    }

    private static String shape(String text) {
        return shape(one(text));
    }

    private static String shape(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar s -> s.isNull() ? "null" : s.plain() ? s.text() : "'" + s.text() + "'";
            case YamlNode.Sequence s ->
                s.items().stream().map(YamlReaderTest::shape).toList().toString();
            case YamlNode.Mapping m ->
                "{"
                        + String.join(
                                ", ",
                                m.entries().stream()
                                        .map(e -> e.name() + ": " + shape(e.value()))
                                        .toList())
                        + "}";
        };
    }
}
