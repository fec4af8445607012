package io.falconer.cli;

import static io.falconer.cli.ExampleFiles.EVENT;
import static io.falconer.cli.ExampleFiles.RULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplayCommandTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void rules() throws IOException {
        workspace.write("rules.yaml", RULE + """
                - rule: creation
                  desc: d
                  condition: ka.verb = create
                  output: a creation
                  priority: WARNING
                  source: k8s_audit
                """);
        workspace.write("events.jsonl", EVENT.formatted("create") + "{broken\n" + EVENT.formatted("get") + "{}\n");
    }

    @Test
    void alertsAreFalcosLinesAndSkippedEventsAreCounted() {
        assertThat(workspace.run("replay", "-r", "rules.yaml", "events.jsonl")).isEqualTo(new Run(0, """
                        10:00:00.500000000: Notice some create
                        10:00:00.500000000: Notice some get
                        """, """
                        skipped 1: not valid JSON (events.jsonl:2)
                        skipped 1: not recognized as an event (events.jsonl:4)
                        """));
    }

    @Test
    void rotatedLogsOfADirectoryAreReadAndOtherFilesAreTold() throws IOException {
        Path logs = Files.createDirectories(workspace.path("logs/.git")).getParent();
        for (String name : List.of(
                "audit.log",
                "audit.log.1",
                "audit.log-20260301",
                "audit.log.2026-03-01T10:00:00Z",
                "audit-2026-03-01T10-00-00.000.log",
                "a.json",
                "b.jsonl.12")) {
            Files.writeString(logs.resolve(name), EVENT.formatted("create"));
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(logs.resolve("audit.log.2.gz")))) {
            out.write(EVENT.formatted("create").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(workspace.run("replay", "-r", "rules.yaml", "logs").err()).isEmpty();
        for (String name : List.of("audit.log.bak", "notes.txt", "audit.log.1~", "z", ".hidden", ".git/x")) {
            Files.writeString(logs.resolve(name), EVENT.formatted("create"));
        }
        Run run = workspace.run("replay", "-r", "rules.yaml", "logs", "rules.yaml");
        assertThat(run.out().lines()).hasSize(8);
        assertThat(run.err())
                .startsWith("not read 4: not named like events, .json, .jsonl, .ndjson or .log"
                        + " (logs/audit.log.1~, logs/audit.log.bak, logs/notes.txt, ...)\n");
        assertThat(workspace.run("replay", "-q", "-r", "rules.yaml", "logs").err())
                .isEmpty();
    }

    @Test
    void rulesAreLoadedIntoTheFalcoThatIsDeclared() throws IOException {
        workspace.write("first.yaml", "- required_plugin_versions: [{name: other, version: 1.0.0}]\n");
        Run without = workspace.run("replay", "-r", "first.yaml", "-r", "rules.yaml", "events.jsonl");
        assertThat(without.status()).isEqualTo(3);
        assertThat(without.out()).isEmpty();
        assertThat(without.err())
                .containsOnlyOnce(
                        "first.yaml:1:30: error: Plugin requirement not satisfied, must load one of: other (>= 1.0.0)");
        Run with = workspace.run(
                "replay", "--plugins", "other:1.2.0,k8saudit", "-r", "first.yaml", "-r", "rules.yaml", "events.jsonl");
        assertThat(with.status()).isZero();
        assertThat(with.out()).contains("some create");
    }

    @Test
    void everyMatchingRuleMayAlertAndPrioritiesMayBeLeftOut() {
        assertThat(workspace
                        .run("replay", "-r", "rules.yaml", "--rule-matching=all", "--priority=warning", "events.jsonl")
                        .out())
                .isEqualTo("10:00:00.500000000: Warning a creation\n");
    }

    @Test
    void ndjsonSaysWhichEventItWas() throws IOException {
        Run run = workspace.run("replay", "-q", "-r", "rules.yaml", "-o", "ndjson", "events.jsonl");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(2);
        JsonNode second = new JsonMapper().readTree(run.out().lines().toList().get(1));
        assertThat(second.path("rule").asText()).isEqualTo("any");
        assertThat(second.at("/output_fields/ka.verb").asText()).isEqualTo("get");
        assertThat(second.path("event")).hasToString("{\"path\":\"events.jsonl\",\"line\":3,\"index\":0}");
    }

    @Test
    void jsonIsOneArrayAndSeveralOutputsMayBeWritten() throws IOException {
        Run run =
                workspace.run("replay", "-r", "rules.yaml", "-o", "summary", "-o", "json=alerts.json", "events.jsonl");
        assertThat(run.out())
                .contains(
                        "        2  any\n", "        2  alerts\n", "        1  skipped: not valid JSON\n", "events/s");
        assertThat(new JsonMapper().readTree(workspace.path("alerts.json").toFile()))
                .hasSize(2);
        assertThat(workspace
                        .runWithInput("", "replay", "-r", "rules.yaml", "-o", "json", "-")
                        .out())
                .isEqualTo("[]\n");
    }

    @Test
    void theCostliestRulesAreTold() {
        Run run = workspace.run("replay", "-r", "rules.yaml", "-o", "summary", "--profile", "events.jsonl");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .containsPattern("(?m)^costliest rules: time, events tried, time for each$")
                .containsPattern("(?m)^ *[0-9]+ ms +2 +[0-9]+ ns {2}any$");
        Run without = workspace.run("replay", "-r", "rules.yaml", "--profile", "events.jsonl");
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).contains("--profile requires the summary", "add -o summary");
    }

    @Test
    void aLongReplaySaysHowFarItHasComeAndMakesRoomForAlerts() throws IOException {
        workspace.write("many.jsonl", EVENT.formatted("list").repeat(20_000));
        workspace.write("silent.yaml", """
                - rule: creation
                  desc: d
                  condition: ka.verb = create
                  output: a creation
                  priority: WARNING
                  source: k8s_audit
                """);
        String[] replay = {"replay", "-r", "silent.yaml", "many.jsonl", "events.jsonl"};
        Run run = Run.on(hasty(), workspace.path(), new Terminal(true, true), replay);
        assertThat(run.err())
                .containsPattern(
                        "\r\u001B\\[K\u001B\\[\\?7l[0-9]+ MB of [0-9]+ MB \\([0-9]+ %\\), [0-9,]+ events/s, 0 alerts, [0-9]+ s left")
                .contains("\r\u001B[K\u001B[33mskipped");
        assertThat(Run.on(hasty(), workspace.path(), new Terminal(true, false), replay)
                        .err())
                .doesNotContain("\r");
    }

    @Test
    void alertsTakeTheProgressAwayOnlyWhereTheyStandOnTheSameTerminal() throws IOException {
        workspace.write("many.jsonl", EVENT.formatted("list").repeat(20_000));
        String[] summary = {"replay", "-r", "rules.yaml", "-o", "summary", "many.jsonl"};
        String cleared = "\r\u001B[K";
        String err = Run.on(hasty(), workspace.path(), new Terminal(true, true), summary)
                .err();
        assertThat(err).endsWith("left\u001B[?7h" + cleared).doesNotContain(cleared + cleared);
        String[] text = {"replay", "-r", "rules.yaml", "many.jsonl"};
        assertThat(Run.on(hasty(), workspace.path(), new Terminal(true, true), text)
                        .err())
                .as("shown, taken away for alerts, shown again")
                .containsPattern("\r\u001B\\[K([^\r]*[0-9]+ MB [^\r]*left[^\r]*)\r\u001B\\[K\r\u001B\\[K\\1");
    }

    /** A second goes by whenever somebody looks. */
    private static Clock hasty() {
        AtomicLong seconds = new AtomicLong();
        return new TestClock(() -> 1000 * seconds.incrementAndGet());
    }

    @Test
    void rulesThatDoNotLoadEndTheReplay() throws IOException {
        workspace.write("bad.yaml", "- macro: m\n  conditon: a\n");
        Run run = workspace.run("replay", "-r", "bad.yaml", "events.jsonl");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("bad.yaml:1:3: error: Item has no mapping for key 'condition'");
    }

    @Test
    void whatCannotBeReadLosesNothingElse() throws IOException {
        workspace.write("a.jsonl", new byte[] {0x1f, (byte) 0x8b});
        Run run = workspace.run("replay", "-r", "rules.yaml", "a.jsonl", "events.jsonl");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).hasLineCount(2);
        assertThat(run.err())
                .startsWith("error: cannot read all of a.jsonl: its compressed data ends too soon [unreadable]\n");
    }

    @Test
    void aDirectoryWithoutEventsIsAMistake() throws IOException {
        Files.createDirectory(workspace.path("none"));
        Run run = workspace.run("replay", "-r", "rules.yaml", "none");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("it has no file that ends in .json, .jsonl, .ndjson or .log");
    }

    @Test
    void aLinkThatLeadsBackIsNamedAsSuch() throws IOException {
        Path logs = Files.createDirectory(workspace.path("logs"));
        Files.createSymbolicLink(logs.resolve("again"), logs);
        assertThat(workspace.run("replay", "-r", "rules.yaml", "logs").err())
                .startsWith("error: cannot read logs: the link ")
                .contains("again leads back to a directory that contains it");
    }

    @Test
    void rulesAndEventsCannotShareStandardInput() {
        assertThat(workspace.run("replay", "-r", "-", "-").status()).isEqualTo(2);
        Run twice = workspace.run("replay", "-r", "rules.yaml", "-", "-");
        assertThat(twice.status()).isEqualTo(2);
        assertThat(twice.err()).contains("standard input can only be read once");
    }

    @Test
    void whatIsPackedByOthersIsNotTakenForEvents() throws IOException {
        workspace.write("events.zst", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 4, 0});
        Run run = workspace.run("replay", "-r", "rules.yaml", "events.zst", "events.jsonl");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "cannot read all of events.zst: it has another compression format than gzip: pass the output of zstd -dc");
        assertThat(run.out()).as("of the other file").contains("some create");
    }

    /** Reports are for others too: CI collects them under another user. */
    @Test
    void filesAreMadeAsTheSystemMakesThem() throws IOException {
        Path ordinary = Files.createFile(workspace.path("ordinary"));
        workspace.run("replay", "-r", "rules.yaml", "-o", "json=alerts.json", "events.jsonl");
        assertThat(Files.getPosixFilePermissions(workspace.path("alerts.json")))
                .isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.createFile(workspace.path("real"));
        Path link = Files.createSymbolicLink(workspace.path("link"), real);
        workspace.run("replay", "-r", "rules.yaml", "-o", "ndjson=link", "events.jsonl");
        assertThat(link).isSymbolicLink();
        assertThat(real).isNotEmptyFile();
        workspace.run("check", "--no-proofs", "-o", "text=link", "rules.yaml");
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("rules.yaml: Ok");
    }

    /** A rename over /dev/null would take it away from everybody. */
    @Test
    void aPipeIsWrittenToAndNotReplaced() throws Exception {
        Path pipe = workspace.path("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (String[] command : new String[][] {
            {"replay", "-r", "rules.yaml", "-o", "ndjson=pipe", "events.jsonl"},
            {"check", "-o", "json=pipe", "rules.yaml"}
        }) {
            Process reader = new ProcessBuilder("cat", pipe.toString()).start();
            try {
                assertThat(workspace.run(command).status()).isZero();
                assertThat(Files.isRegularFile(pipe)).isFalse();
                assertThat(reader.waitFor(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                reader.destroyForcibly();
            }
        }
    }
}
