package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.falconer.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A replay as a process of its own, which others signal, feed slowly or stop listening to. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReplaySignalsTest {
    private static final String EVENT = ExampleFiles.EVENT.formatted("get");

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void rules() throws IOException {
        workspace.write("rules.yaml", ExampleFiles.RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void anInterruptedReplayTellsWhatItHas(String signal) throws Exception {
        Process process = start(signal, "-o", "text", "-o", "summary=summary", "-o", "json=alerts.json", "-");
        OutputStream in = process.getOutputStream();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        in.write((EVENT + "broken\n" + EVENT).getBytes(StandardCharsets.UTF_8));
        in.flush();
        assertThat(out.readLine()).as("alerts of a live log come at once").endsWith("Notice some get");
        assertThat(out.readLine()).endsWith("Notice some get");
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(workspace.path("err")).hasContent("""
                skipped 1: not valid JSON (-:2)
                interrupted: these are the results of the first 2 events
                """);
        assertThat(workspace.path("summary")).content().contains("        2  any\n", "        2  events\n");
        assertThat(workspace.path("alerts.json")).content().startsWith("[\n").endsWith("\n]\n");
    }

    @Test
    void whoStopsListeningHearsNothingMore() throws Exception {
        workspace.write("events.jsonl", EVENT.repeat(40_000));
        Process process = start("TERM", "events.jsonl");
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).endsWith("Notice some get");
        process.getInputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(workspace.path("err")).isEmptyFile();
    }

    @Test
    void whoStopsListeningDoesNotTakeFilesAlong() throws Exception {
        workspace.write("events.jsonl", EVENT.repeat(40_000));
        Process process = start("TERM", "-o", "text", "-o", "ndjson=alerts.ndjson", "events.jsonl");
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).endsWith("Notice some get");
        process.getInputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        try (Stream<String> lines = Files.lines(workspace.path("alerts.ndjson"))) {
            assertThat(lines).hasSize(40_000);
        }
    }

    @Test
    void aPipeToWhichNobodyWritesDoesNotKeepAnInterruptWaiting() throws Exception {
        assumeThat(new ProcessBuilder("mkfifo", workspace.path("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        workspace.write("events.jsonl", EVENT);
        Process process = start("TERM", "-o", "text", "-o", "summary=summary", "events.jsonl", "pipe");
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).endsWith("Notice some get");
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(8, TimeUnit.SECONDS))
                .as("before it is halted")
                .isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(workspace.path("summary")).content().contains("        1  event\n");
    }

    @Test
    void aFileThatCannotBeWrittenEndsAReplayAtOnce() throws Exception {
        assumeThat(Path.of("/dev/full")).as("a device without room").isWritable();
        Process process = start("TERM", "-o", "ndjson=/dev/full", "-");
        try (OutputStream in = process.getOutputStream()) {
            assertThatThrownBy(() -> {
                        for (long written = 0; written < 1L << 32; written += EVENT.length()) {
                            in.write(EVENT.getBytes(StandardCharsets.UTF_8));
                        }
                    })
                    .as("the reader is gone")
                    .isInstanceOf(IOException.class);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("pipe");
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(workspace.path("err"))
                .hasContent("error: cannot write /dev/full: no space left on device [unwritable]");
    }

    private Process start(String signal, String... arguments) throws Exception {
        assumeThat(Path.of("/bin/kill")).as("kill").isExecutable();
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=" + signal)); // builds may ignore some
        assumeThat(new ProcessBuilder("env", "--default-signal=" + signal, "true")
                        .start()
                        .waitFor())
                .as("an env that sets signals")
                .isZero();
        Executable.underTest()
                .ifPresentOrElse(
                        executable -> command.add(executable.path().toString()),
                        () -> command.addAll(List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1", // they live for a second
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                Main.class.getName())));
        command.addAll(List.of("replay", "-r", "rules.yaml"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(workspace.path().toFile())
                .redirectError(workspace.path("err").toFile())
                .start();
    }
}
