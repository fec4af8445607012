package io.falconer.cli;

import io.falconer.cli.file.ThrowingOutputStream;
import io.falconer.text.LineWrap;
import io.falconer.text.PrintableText;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The environment of a command. Commands use nothing else, so tests can run them within one process.
 *
 * @param in standard input
 * @param out standard output, for data only
 * @param err standard error, for progress and diagnostics
 * @param terminal what the two outputs are connected to
 * @param directory the directory that relative paths are resolved against
 * @param variables the environment variables
 * @param clock the current time, and the zone in which Falco would print times
 * @param interruption the request to end the command early
 */
record Environment(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminal terminal,
        Path directory,
        Map<String, String> variables,
        Clock clock,
        Interruption interruption) {
    private static final int BUFFER = 1 << 16;
    private static final int NARROWEST = 55;
    private static final int USUAL_WIDTH = 80;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    Environment {
        variables = Map.copyOf(variables);
    }

    /** The process's own environment, for a command that nothing interrupts. */
    static Environment system() {
        return system(new Interruption());
    }

    /** The process's own environment. */
    static Environment system(Interruption interruption) {
        return new Environment(
                StandardStreams.in(),
                output(),
                errors(),
                Terminal.system(),
                Path.of("").toAbsolutePath(),
                System.getenv(),
                Clock.system(ZoneId.systemDefault()),
                interruption);
    }

    /** The file or directory that the user names; empty if the name is not a path on this system. */
    Optional<Path> path(String name) {
        try {
            return Optional.of(directory.resolve(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The value of an environment variable, or an empty string if it is not set. */
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** Prints text for people on standard error, whose lines end with LF. A terminal shows no sentence wider than itself. */
    void printError(String text) {
        err.print(PrintableText.withoutCommands(terminal.err() ? LineWrap.of(text, columns()) : text));
    }

    /** The width of the terminal, as the environment gives it. */
    int columns() {
        String columns = variable("COLUMNS");
        return NUMBER.matcher(columns).matches() ? Math.max(Integer.parseInt(columns), NARROWEST) : USUAL_WIDTH;
    }

    /** A stream that writes UTF-8 in every locale, and ends the command when its reader has gone. */
    private static PrintStream output() {
        return stream(ThrowingOutputStream.standardOutput(StandardStreams.out()), false);
    }

    /**
     * The stream for diagnostics. It ignores failures, because a diagnostic that cannot be written must not change the exit
     * status.
     */
    private static PrintStream errors() {
        return stream(StandardStreams.err(), true);
    }

    private static PrintStream stream(OutputStream to, boolean flushLines) {
        return new PrintStream(new BufferedOutputStream(to, BUFFER), flushLines, StandardCharsets.UTF_8);
    }
}
