package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.ruleset.Falco;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --falco}: as which Falco a command answers. */
class FalcoOptionTest {
    private static final Path QUICK_START = Path.of("fixtures/quickstart").toAbsolutePath();

    @TempDir
    Path directory;

    @BeforeEach
    void rules() throws IOException {
        rule("old.yaml", "ka.verb = create", "");
        rule("modifier.yaml", "ka.verb = oneof (create, update)", "");
        rule("key.yaml", "ka.verb = create", "  surplus: 1\n");
        Files.writeString(
                directory.resolve("events.jsonl"),
                "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"auditID\":\"a\",\"stage\":\"ResponseComplete\","
                        + "\"verb\":\"create\",\"user\":{\"username\":\"q\\\"x\"},"
                        + "\"stageTimestamp\":\"2026-03-01T12:00:00.000000Z\"}\n");
    }

    private void rule(String file, String condition, String more) throws IOException {
        Files.writeString(directory.resolve(file), """
                - rule: %s
                  desc: d
                  condition: %s
                  output: user=%%ka.user.name
                  priority: WARNING
                  source: k8s_audit
                %s""".formatted(file, condition, more));
    }

    @ParameterizedTest
    @CsvSource({"0.42, 3", "0.42.1, 3", "0.43, 3", "0.43.0, 3", "0.44, 0", "0.44.0, 0", "0.44.1, 0", "0.45, 0"})
    void rulesAreLoadedAsThatVersionDoes(String version, int status) {
        assertThat(Run.in(directory, "check", "--falco", version, "modifier.yaml")
                        .status())
                .isEqualTo(status);
        assertThat(Run.in(directory, "replay", "--falco", version, "-r", "modifier.yaml", "events.jsonl")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aMinorVersionMeansItsNewest() {
        assertThat(Falco.of("0.43")).contains(Falco.V0_43_1);
        assertThat(Falco.range(Falco.V0_42_1, Falco.V0_45))
                .containsExactly(Falco.V0_42_1, Falco.V0_43_1, Falco.V0_44_1, Falco.V0_45);
        assertThat(Falco.range(Falco.V0_43_0, Falco.V0_44_1))
                .containsExactly(Falco.V0_43_0, Falco.V0_43_1, Falco.V0_44_1);
    }

    @Test
    void theEngineIsThatOfTheVersion() throws IOException {
        Files.writeString(directory.resolve("requires.yaml"), "- required_engine_version: 0.58.0\n");
        assertThat(Run.in(directory, "check", "--falco=0.43", "requires.yaml").status())
                .isZero();
        assertThat(Run.in(directory, "check", "--falco=0.42", "requires.yaml").out())
                .contains("Rules require engine version 0.58.0, but engine version is 0.57.0");
        assertThat(Run.in(directory, "check", "--falco=0.42", "--falco-engine-version=0.58.0", "requires.yaml")
                        .status())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.41", "0.42.7", "45", "newest", "", "0.42..0.99"})
    void anUnknownVersionIsWrongUsageThatNamesTheKnownOnes(String version) {
        Run run = Run.in(directory, "check", "--falco", version, "old.yaml");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("is not a version that Falconer emulates")
                .contains("one of 0.42, 0.42.1, 0.43, 0.43.0, 0.43.1, 0.44, 0.44.0, 0.44.1, 0.45, 0.45.0");
    }

    @Test
    void aRangeIsOlderFirstAndNotForFields() {
        assertThat(Run.in(directory, "check", "--falco=0.45..0.42", "old.yaml").err())
                .contains("starts with the newer version", "name the older one first");
        Run run = Run.in(directory, "fields", "--falco=0.42..0.45");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--falco 0.42..0.45 is a range", "name one version");
    }

    @Test
    void aRangeShowsWhatDiffers() {
        Run run = Run.in(
                directory, "check", "--no-proofs", "--falco", "0.42..0.45", "old.yaml", "modifier.yaml", "key.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).startsWith("old.yaml: Ok\nmodifier.yaml: Ok\nkey.yaml: Ok, with warnings\n");
        assertThat(run.out()).endsWith("""

                Falco 0.42.1   0.43.1   0.44.1             0.45
                      Invalid  Invalid  Ok                 Ok                 modifier.yaml
                      error    error    -                  -                  modifier.yaml:3:30: unexpected token after \
                'oneof', expecting 'or', 'and' [LOAD_ERR_COMPILE_CONDITION]
                      Invalid  Invalid  Ok, with warnings  Ok, with warnings  key.yaml
                      -        -        warning            warning            key.yaml:7:3: Unknown key 'surplus'. The \
                key will be ignored. [LOAD_UNKNOWN_KEY]
                """);
    }

    @Test
    void whatCannotBeProvedInAVersionIsUndecided() throws IOException {
        rule(
                "stale.yaml",
                "jevt.value[/a] exists and jevt.value[/b] = x and not jevt.value[/a] = y"
                        + " and ka.verb startswith x and not ka.verb contains x",
                "");
        assertThat(Run.in(directory, "check", "--falco", "0.42..0.43", "stale.yaml")
                        .out())
                .contains("undecided  warning  stale.yaml:3:90: rule \"stale.yaml\": no event makes the condition true")
                .contains("warning    -        stale.yaml:3:14: rule \"stale.yaml\": up to Falco 0.43.0,");
    }

    /** Such findings stand at the clause, not where the condition starts. */
    @Test
    void whatCannotBeProvedAboutAClauseInAVersionIsUndecided() throws IOException {
        rule(
                "clause.yaml",
                "jevt.value[/a] exists and jevt.value[/b] = x and not jevt.value[/a] = y"
                        + " and ka.verb startswith x and ka.verb contains x",
                "");
        assertThat(Run.in(directory, "check", "--falco", "0.42..0.43", "clause.yaml")
                        .out())
                .containsPattern("undecided  warning  clause.yaml:3:.*\\[redundant-clause]");
    }

    @Test
    void aRangeWithoutDifferencesSaysSo() {
        assertThat(Run.in(directory, "check", "--falco=0.43.0..0.45", "old.yaml"))
                .isEqualTo(new Run(0, """
                        old.yaml: Ok

                        The same in Falco 0.43.0, 0.43.1, 0.44.1, 0.45.
                        """, ""));
    }

    @Test
    void programsGetEachVersionAndTheDifferences() throws IOException {
        Run run = Run.in(directory, "check", "--falco=0.43..0.45", "-o", "json", "key.yaml");
        assertThat(run.status()).isZero();
        JsonNode json = new JsonMapper().readTree(run.out());
        assertThat(json.get("versions")).hasSize(3);
        assertThat(json.at("/versions/0/falco").asText()).isEqualTo("0.43.1");
        assertThat(json.at("/versions/2/falco_load_results/0/warnings/0/code").asText())
                .isEqualTo("LOAD_UNKNOWN_KEY");
        assertThat(json.at("/differences/0").toString())
                .isEqualTo("{\"about\":\"key.yaml\",\"falco\":{\"0.43.1\":\"Ok\",\"0.44.1\":\"Ok, with warnings\","
                        + "\"0.45\":\"Ok, with warnings\"}}");
    }

    @Test
    void linesOfTextAreRawUpTo044() {
        assertThat(Run.in(directory, "replay", "--falco=0.44", "-r", "old.yaml", "events.jsonl")
                        .out())
                .endsWith(": Warning user=q\"x\n");
        assertThat(Run.in(directory, "replay", "-r", "old.yaml", "events.jsonl").out())
                .endsWith(": Warning user=q\\\"x\n");
    }

    @Test
    void eventsNeverControlATerminal() {
        String[] replay = {"replay", "--falco=0.44", "--color=never", "-r", "old.yaml", "events.jsonl"};
        assertThat(Run.in(directory, "", Map.of(), new Terminal(true, false), replay)
                        .out())
                .endsWith(": Warning user=q\\\"x\n");
    }

    /** Falco up to 0.44 has no bound, and ends where its stack does. */
    @Test
    void nestingHasABoundOfItsOwnWhereFalcoHasNone() throws IOException {
        rule("deep.yaml", "(".repeat(400) + "ka.verb = create" + ")".repeat(400), "");
        rule("deeper.yaml", "(".repeat(4000) + "ka.verb = create" + ")".repeat(4000), "");
        assertThat(Run.in(directory, "check", "--falco=0.44", "deep.yaml").status())
                .isZero();
        assertThat(Run.in(directory, "check", "deep.yaml").out()).contains("exceeded max depth limit of 1000");
        assertThat(Run.in(directory, "check", "--falco=0.44", "deeper.yaml").out())
                .contains("exceeded max depth limit of 3000");
    }

    /** As Falco prints them; JSON and later lines of text have U+FFFD. */
    @Test
    void bytesThatAreNotUtf8ComeOutAsTheyWentIn() throws IOException {
        String event = Files.readString(directory.resolve("events.jsonl")).replace("q\\\"x", "a?b");
        byte[] bytes = event.getBytes(StandardCharsets.ISO_8859_1);
        bytes[event.indexOf('?')] = (byte) 0xFF;
        Files.write(directory.resolve("broken.jsonl"), bytes);
        assertThat(Run.in(
                                directory,
                                "replay",
                                "--falco=0.44",
                                "-r=old.yaml",
                                "broken.jsonl",
                                "-o=text=lines",
                                "-o=ndjson=json")
                        .status())
                .isZero();
        assertThat(Files.readString(directory.resolve("lines"), StandardCharsets.ISO_8859_1))
                .endsWith(": Warning user=a\u00FFb\n");
        assertThat(Files.readString(directory.resolve("json"))).contains("user=a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.42", "0.43.0", "0.43", "0.44", "0.45"})
    void generatedRulesLoadAndTheirTestsPassInEachVersion(String version) {
        String out = directory.resolve("out").toString();
        Run generated = Run.in(QUICK_START, "generate", "--falco", version, "policy.yaml", "-d", out);
        assertThat(generated.status()).as(generated.err()).isZero();
        Run tested = Run.in(directory, "test", "--falco", version, "out");
        assertThat(tested.status()).as(tested.out() + tested.err()).isZero();
        Run proved = Run.in(QUICK_START, "prove", "--falco", version, "policy.yaml");
        assertThat(proved.status()).as(proved.out() + proved.err()).isZero();
    }

    @Test
    void generateWritesNothingThatTheVersionDoesNotLoad() {
        Path out = directory.resolve("out");
        Run run = Run.in(
                QUICK_START, "generate", "--falco=0.42", "--plugin=json:0.7.4", "policy.yaml", "-d", out.toString());
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("ResourceLimits requires the plugin k8saudit 0.7.0 or ");
        assertThat(out).doesNotExist();
    }
}
