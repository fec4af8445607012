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
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A command that ran, with what it wrote. It runs within this process, or as the executable that the system property {@code
 * falconer.executable} names: so the same tests judge the native executable.
 */
public record Run(int status, String out, String err) {
    /** What the time is where a command runs within this process. */
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** Runs {@code falconer} in a directory with nothing on standard input. */
    public static Run in(Path directory, String... arguments) {
        return withInput(directory, "", arguments);
    }

    /** Runs {@code falconer} in a directory with this standard input. */
    public static Run withInput(Path directory, String input, String... arguments) {
        return in(directory, input, Map.of(), new Terminal(false, false), arguments);
    }

    /** Runs {@code falconer} in a directory, with this standard input, these variables and outputs. */
    static Run in(Path directory, String input, Map<String, String> variables, Terminal terminal, String... arguments) {
        Optional<Executable> executable = Executable.underTest();
        if (executable.isPresent()) {
            Assumptions.assumeFalse(terminal.out() || terminal.err(), "an executable under test has no terminal");
            return executable.get().run(directory, input, variables, arguments);
        }
        return within(directory, input, variables, terminal, arguments);
    }

    /** Runs {@code falconer} within this process, whatever else is under test. */
    static Run within(
            Path directory, String input, Map<String, String> variables, Terminal terminal, String... arguments) {
        return within(Clock.fixed(NOW, ZoneOffset.UTC), directory, input, variables, terminal, arguments);
    }

    /** Runs {@code falconer} within this process by a clock of its own, with nothing on standard input. */
    static Run on(Clock clock, Path directory, Terminal terminal, String... arguments) {
        return within(clock, directory, "", Map.of(), terminal, arguments);
    }

    private static Run within(
            Clock clock,
            Path directory,
            String input,
            Map<String, String> variables,
            Terminal terminal,
            String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment environment = new Environment(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                directory,
                variables,
                clock,
                new Interruption());
        int status = Cli.run(environment, arguments);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
