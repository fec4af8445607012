package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is started without one of its standard streams. */
class ClosedStreamsTest {
    private static final String CLOSED = "error: cannot write to standard output: bad file descriptor [unwritable]";

    @TempDir
    Path directory;

    @BeforeEach
    void files() throws IOException {
        assumeThat(Path.of("/bin/sh")).as("a POSIX shell").isExecutable();
        Files.writeString(directory.resolve("rules.yaml"), """
                - {rule: r, desc: d, condition: ka.verb exists, output: some, priority: NOTICE, source: k8s_audit}
                """);
        Files.writeString(
                directory.resolve("events.jsonl"),
                "{\"kind\":\"Event\",\"auditID\":\"1\",\"verb\":\"get\",\"stageTimestamp\":\"2026-03-01T10:00:00.5Z\"}\n{}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check rules.yaml",
                "check -o text -o json=report.json rules.yaml",
                "replay -q -r rules.yaml events.jsonl",
                "fields",
                "--version",
                "check --help"
            })
    void whatCannotBePrintedIsAnError(String arguments) throws Exception {
        assertThat(run(arguments + " >&-")).isEqualTo(3);
        assertThat(directory.resolve("err")).content().isEqualToIgnoringNewLines(CLOSED);
    }

    @Test
    void aCommandThatPrintsNothingNeedsNoOutput() throws Exception {
        assertThat(run("replay -q -r rules.yaml -o ndjson=alerts.jsonl events.jsonl >&-"))
                .isZero();
        assertThat(directory.resolve("alerts.jsonl")).content().hasLineCount(1);
    }

    /** A file that is opened while standard error is closed may get its number. */
    @Test
    void notesWithoutAStandardErrorGoIntoNoFile() throws Exception {
        assertThat(run("replay -r rules.yaml -o ndjson=alerts.jsonl events.jsonl 2>&-"))
                .isZero();
        assertThat(directory.resolve("alerts.jsonl")).content().hasLineCount(1).doesNotContain("skipped");
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs it by a shell, its standard error in a file unless the redirection says otherwise. */
    private int run(String arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" " + arguments, "sh"));
        Executable.underTest()
                .ifPresentOrElse(
                        executable -> command.add(executable.path().toString()),
                        () -> command.addAll(List.of(
                                Path.of(System.getProperty("java.home"), "bin/java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1", // they live for a second
                                "-XX:+UseSerialGC",
                                "-cp",
                                classPath(),
                                Main.class.getName())));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
        process.getOutputStream().close();
        return process.waitFor();
    }
}
