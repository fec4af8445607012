package io.falconer.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A command run within this process, with what it wrote. */
record Run(int status, String out, String err) {

    /** Runs {@code falconer} in a directory with nothing on standard input. */
    static Run in(Path directory, String... arguments) {
        return in(directory, "", Map.of(), new Terminal(false, false), arguments);
    }

    /** Runs {@code falconer} in a directory, with this standard input, these variables and outputs. */
    static Run in(Path directory, String input, Map<String, String> variables, Terminal terminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment environment = new Environment(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                directory,
                variables,
                Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));
        int status = Cli.run(environment, arguments);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
