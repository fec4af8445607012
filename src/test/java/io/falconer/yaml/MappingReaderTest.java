package io.falconer.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MappingReaderTest {
    private static final Map<String, Integer> COLOURS = Map.of("red", 1, "green", 2);

    @Test
    void gettersGiveWhatTheyAreAskedFor() {
        assertThat(problems("{s: 1.27, b: true, i: 16, c: red, l: [a, b], m: {x: 1}, ms: [{x: 1}]}", reader -> {
                    assertThat(reader.string("s").map(Located::value)).contains("1.27");
                    assertThat(reader.bool("b").map(Located::value)).contains(true);
                    assertThat(reader.integer("i", 1, 20).map(Located::value)).contains(16);
                    assertThat(reader.choice("c", COLOURS).map(Located::value)).contains(1);
                    assertThat(reader.strings("l").stream().map(Located::value)).containsExactly("a", "b");
                    assertThat(reader.mapping("m").flatMap(m -> m.string("x"))).isPresent();
                    assertThat(reader.mappings("ms")).hasSize(1);
                    assertThat(reader.string("absent")).isEmpty();
                    assertThat(reader.strings("absent")).isEmpty();
                    reader.finish();
                }))
                .isEmpty();
    }

    @Test
    void valuesOfAnotherKindAreReported() {
        assertThat(problems("{s: [a], b: 'true', i: 99, c: rd, l: a, m: 1, ms: [a], ls: [{}]}", reader -> {
                    assertThat(reader.string("s")).isEmpty();
                    assertThat(reader.bool("b")).isEmpty();
                    assertThat(reader.integer("i", 1, 20)).isEmpty();
                    assertThat(reader.choice("c", COLOURS)).isEmpty();
                    assertThat(reader.strings("l")).isEmpty();
                    assertThat(reader.mapping("m")).isEmpty();
                    assertThat(reader.mappings("ms")).isEmpty();
                    assertThat(reader.strings("ls")).isEmpty();
                }))
                .containsExactly(
                        "1:5 wrong-kind \"s\" must be a string, not a list",
                        "1:13 wrong-kind \"b\" must be true or false, not \"true\"",
                        "1:24 wrong-kind \"i\" must be a whole number from 1 to 20, not \"99\"",
                        "1:31 unknown-value unknown value \"rd\" of \"c\" (did you mean \"red\"?)",
                        "1:38 wrong-kind \"l\" must be a list of strings, not \"a\"",
                        "1:44 wrong-kind \"m\" must be a mapping, not \"1\"",
                        "1:52 wrong-kind an item of \"ms\" must be a mapping, not \"a\"",
                        "1:61 wrong-kind an item of \"ls\" must be a string, not a mapping");
    }

    @Test
    void keysNobodyAskedForAreReportedWithTheNearestKnown() {
        assertThat(problems("{limit: 1, zzzzzz: 2, Requests: 3}", reader -> {
                    assertThat(reader.string("limits")).isEmpty();
                    assertThat(reader.string("requests")).isEmpty();
                    reader.finish();
                }))
                .containsExactly(
                        "1:2 unknown-key unknown key \"limit\" (did you mean \"limits\"?)",
                        "1:12 unknown-key unknown key \"zzzzzz\" (known: limits, requests)",
                        "1:23 unknown-key unknown key \"Requests\" (did you mean \"requests\"?)");
    }

    @Test
    void keysGivenTwiceAreReported() {
        assertThat(problems("a: 1\nb: 2\na: 3\n", reader -> {
                    assertThat(reader.string("a").map(Located::value)).contains("1");
                    assertThat(reader.string("b")).isPresent();
                    reader.finish();
                }))
                .containsExactly("3:1 duplicate-key \"a\" is given twice (keep only one)");
    }

    @Test
    void requiredKeysMustBeThereAndNotEmpty() {
        assertThat(problems("a: 1\nb:\n", reader -> reader.require("a", "b", "c")))
                .containsExactly("2:1 missing-key \"b\" is empty", "1:1 missing-key missing key \"c\"");
    }

    @Test
    void aNodeThatIsNoMappingIsReported() {
        List<Diagnostic> problems = new ArrayList<>();
        SourceFile file = SourceFile.of("f", "- a\n");
        YamlNode node = YamlReader.read(file).value().orElseThrow().getFirst();
        Optional<MappingReader> reader = MappingReader.of(file, node, "a policy", problems);
        assertThat(reader).isEmpty();
        assertThat(problems).extracting(Diagnostic::message).containsExactly("a policy must be a mapping, not a list");
    }

    private static List<String> problems(String text, Consumer<MappingReader> reading) {
        SourceFile file = SourceFile.of("f", text);
        List<Diagnostic> problems = new ArrayList<>();
        YamlNode node = YamlReader.read(file).value().orElseThrow().getFirst();
        reading.accept(MappingReader.of(file, node, "the file", problems).orElseThrow());
        return problems.stream()
                .map(d -> d.location().orElseThrow().toString().substring(2) + " " + d.code() + " " + d.message()
                        + d.hint().map(h -> " (" + h + ")").orElse(""))
                .toList();
    }

    @Test
    void aHintNamesEachKnownNameOnce() {
        assertThat(Nearest.hint("zzz", List.of("web", "db", "web"))).isEqualTo("known: web, db");
    }
}
