package io.falconer.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes a file holds, a command ends soon and says what is wrong with it in its own words. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileFilesTest {
    private static final String RULE =
            "- {rule: r, desc: d, output: o, priority: INFO, source: k8s_audit, condition: '%s'}\n";
    private static final String EVENT =
            "{\"kind\":\"Event\",\"auditID\":\"1\",\"verb\":\"get\",\"stageTimestamp\":\"2026-03-01T10:00:00Z\"%s}\n";

    /** Stands for 100 MB of text, which nothing holds longer than it is written. */
    private static final String HUGE = "<100 MB>";

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void rules() throws IOException {
        workspace.write("good.yaml", RULE.formatted("ka.verb exists"));
    }

    static Stream<Arguments> rulesFiles() {
        return Stream.of(
                Arguments.of("invalid UTF-8", "- rule: \u00ff\u00fe\n", "rules.yaml:1:3"),
                Arguments.of("half of UTF-16", "-\0 \0r\0u\0l\0e\0:\0", "rules.yaml:1:3"),
                Arguments.of("a NUL", "- list: a\n  items: [\0]\n", "rules.yaml:2:13"),
                Arguments.of("a NUL in a constant", RULE.formatted("ka.verb = \"\\x00\""), "rules.yaml:1"),
                Arguments.of("deep YAML", "- list: " + "[".repeat(10_000), "rules.yaml:1"),
                Arguments.of("a deep condition", RULE.formatted("(".repeat(10_000)), "rules.yaml:1"),
                Arguments.of("deep nots", RULE.formatted("not(".repeat(10_000)), "rules.yaml:1"),
                Arguments.of("a deep call", RULE.formatted("tolower(".repeat(10_000)), "rules.yaml:1"),
                Arguments.of(
                        "a regex too large", RULE.formatted("ka.verb regex \"((a{999}){999}){999}\""), "rules.yaml:1"),
                Arguments.of(
                        "a deep regex", RULE.formatted("ka.verb regex \"" + "(".repeat(200) + "\""), "rules.yaml:1"),
                Arguments.of("an alias bomb", aliasBomb(), "rules.yaml"),
                Arguments.of("an alias to itself", "- &a [*a]\n", "rules.yaml:1"),
                Arguments.of("100 MB of text", RULE.formatted(HUGE), "rules.yaml"));
    }

    private static String aliasBomb() {
        return IntStream.range(0, 20)
                .mapToObj(i -> "- {list: &l%d [%s]}\n".formatted(i, i == 0 ? "x" : ("*l" + (i - 1) + ", ").repeat(10)))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesFiles")
    void rulesGiveADiagnosticWithAPlace(String what, String text, String place) throws IOException {
        write("rules.yaml", text);
        Run replay = workspace.run("replay", "-r", "rules.yaml", "good.yaml");
        assertThat(replay.status()).isEqualTo(3);
        assertThat(replay.err()).contains(place).doesNotContain("Exception", "\tat ");
        assertThat(replay.err().length()).isLessThan(5_000);
    }

    static Stream<Arguments> policyFiles() {
        String policy = """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: hostile}
                spec: {controls: [{kind: AllowedImages, allow: [{namespaces: ["*"], images: [%s]}]}]}
                """;
        return Stream.of(
                Arguments.of("invalid UTF-8", "kind: \u00ff\u00fe\n", "policy.yaml:1:7"),
                Arguments.of("a NUL", "kind: DetectionPolicy\nspec: \0\n", "policy.yaml:2:7"),
                Arguments.of("deep YAML", "kind: DetectionPolicy\nspec: " + "[".repeat(10_000), "policy.yaml:2"),
                Arguments.of("an alias bomb", aliasBomb(), "policy.yaml"),
                Arguments.of("an alias to itself", "kind: DetectionPolicy\nspec: &a [*a]\n", "policy.yaml:2"),
                Arguments.of(
                        "an image of a million stars", policy.formatted("\"" + "*".repeat(1_000_000) + "\""), ":4:"),
                Arguments.of("an image with line ends", policy.formatted("\"a\\nb\""), "policy.yaml:4"),
                Arguments.of("100 MB of text", policy.formatted(HUGE), "policy.yaml"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policyFiles")
    void policiesGiveADiagnosticWithAPlace(String what, String text, String place) throws IOException {
        write("policy.yaml", text);
        Run prove = workspace.run("prove", "policy.yaml");
        assertThat(prove.status()).isEqualTo(3);
        assertThat(prove.out()).isEmpty();
        assertThat(prove.err()).contains(place).doesNotContain("Exception", "\tat ");
        assertThat(prove.err().length()).isLessThan(5_000);
    }

    static Stream<Arguments> eventFiles() {
        return Stream.of(
                Arguments.of("invalid UTF-8", "{\u00ff}\n"),
                Arguments.of("a NUL", "\0\n"),
                Arguments.of("deep arrays", "[".repeat(10_000) + "]".repeat(10_000) + "\n"),
                Arguments.of("deep objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "\n"),
                Arguments.of("a million elements", "[" + "1,".repeat(1_000_000) + "1]\n"),
                Arguments.of(
                        "a million groups",
                        EVENT.formatted(",\"user\":{\"groups\":[" + "1,".repeat(1_000_000) + "1]}")),
                Arguments.of("200,000 broken lines", "{\n".repeat(200_000)),
                Arguments.of("100 MB of text", "{\"a\":\"" + HUGE + "\"}\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eventFiles")
    void eventsAreSkippedAndCounted(String what, String text) throws IOException {
        write("events.jsonl", text + EVENT.formatted(""));
        Run replay = workspace.run("replay", "-r", "good.yaml", "events.jsonl");
        assertThat(replay.status()).isZero();
        assertThat(replay.out()).hasLineCount(1);
        assertThat(replay.err()).contains("skipped").doesNotContain("Exception");
    }

    @Test
    void aGzipBombOfRulesIsRefused() throws IOException {
        bomb("rules.yaml", 1 << 28);
        Run replay = workspace.run("replay", "-r", "rules.yaml", "good.yaml");
        assertThat(replay.status()).isEqualTo(3);
        assertThat(replay.err()).contains("rules.yaml").doesNotContain("Exception");
    }

    @Test
    void aGzipBombOfEventsIsSkipped() throws IOException {
        bomb("events.jsonl", 1 << 27);
        Run replay = workspace.run("replay", "-r", "good.yaml", "events.jsonl");
        assertThat(replay.status()).isZero();
        assertThat(replay.err()).contains("skipped 1: document too large (events.jsonl:1)");
    }

    /** What came before the end is judged, and the exit status says that it was not all. */
    @Test
    void gzipCutShortIsReported() throws IOException {
        Path file = workspace.path("events.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(EVENT.formatted("").repeat(50_000).getBytes(ISO_8859_1));
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {2, 5, 12, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            Run replay = workspace.run("replay", "-r", "good.yaml", "events.jsonl.gz");
            assertThat(replay.status()).isEqualTo(3);
            assertThat(replay.err()).contains("events.jsonl.gz").doesNotContain("Exception");
        }
    }

    private void write(String name, String text) {
        String whole = text.contains(HUGE) ? text.replace(HUGE, "x".repeat(100_000_000)) : text;
        workspace.write(name, whole.getBytes(ISO_8859_1));
    }

    private void bomb(String name, int size) throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        try (var out = new GZIPOutputStream(Files.newOutputStream(workspace.path(name)))) {
            for (int written = 0; written < size; written += block.length) {
                out.write(block);
            }
        }
    }
}
