package io.falconer.cli;

import io.falconer.cli.file.ReaderGoneException;
import io.falconer.cli.file.UnloadableException;
import io.falconer.text.PrintableText;
import io.falconer.text.Snippet;
import io.falconer.text.Style;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command line in an environment and returns its exit status. Every failure ends here. */
final class Cli {
    private static final int WIDEST = 120;

    /** The times of events have years of four digits, and some events come after the instant that is given. */
    private static final int LAST_YEAR = 9998;

    private final Environment environment;

    private Cli(Environment environment) {
        this.environment = environment;
    }

    /** Runs {@code falconer} with these arguments. */
    static int run(Environment environment, String... arguments) {
        try {
            return new Cli(environment).execute(arguments);
        } catch (ReaderGoneException e) {
            return ExitCode.HOLDS.status();
        }
    }

    private int execute(String... arguments) {
        try {
            int status = commandLine(arguments).execute(arguments);
            Optional<UnloadableException> lost = flush();
            environment.err().flush();
            if (lost.isEmpty() || status == ExitCode.UNLOADABLE.status()) {
                return status;
            }
            return unloadable(lost.get(), style(arguments));
        } catch (StackOverflowError | OutOfMemoryError e) {
            return internal(e, isVerbose(List.of(arguments)));
        }
    }

    /** Flushes standard output. Returns the failure if output was lost. If the reader has gone, nothing is lost. */
    private Optional<UnloadableException> flush() {
        try {
            environment.out().flush();
            return Optional.empty();
        } catch (ReaderGoneException e) {
            return Optional.empty();
        } catch (UnloadableException e) {
            return Optional.of(e);
        }
    }

    private Style style(String... arguments) {
        return Colour.among(arguments).style(environment, environment.terminal().err());
    }

    private CommandLine commandLine(String... arguments) {
        Colour colour = Colour.among(arguments);
        Style err = style(arguments);
        boolean coloured = colour.style(environment, environment.terminal().out()) == Style.COLOUR;
        return Falconer.commandLine(environment, arguments)
                .setOut(writer(environment.out()))
                .setErr(writer(environment.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.min(environment.columns(), WIDEST))
                .setHelpFactory(SynopsisHelp::new)
                .registerConverter(Instant.class, Cli::instant)
                .registerConverter(LocalDate.class, Cli::date)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Cli::last)
                .setParameterExceptionHandler((e, args) -> usage(e, err))
                .setExecutionExceptionHandler((e, command, result) -> failed(e, err, List.of(arguments)));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static Instant instant(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year < 0 || year > LAST_YEAR) {
                throw new TypeConversionException("\"" + text + "\" is not in the years 0000 to " + LAST_YEAR
                        + ": the times of events have four digits for the year");
            }
            return instant;
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("\"" + text + "\" is not an instant such as 2026-03-01T10:00:00Z");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("\"" + text + "\" is not a date such as 2026-03-01");
        }
    }

    private int usage(ParameterException problem, Style style) {
        environment.printError(UsageText.of(problem, style));
        return ExitCode.USAGE.status();
    }

    /**
     * Runs the last command. If the user asks for help, picocli would ignore unknown words before it; this method reports them.
     */
    private static int last(ParseResult parsed) {
        for (Optional<ParseResult> each = Optional.of(parsed);
                each.isPresent();
                each = Optional.ofNullable(each.get().subcommand())) {
            if (!each.get().unmatched().isEmpty()) {
                CommandLine command = each.get().commandSpec().commandLine();
                throw new UnmatchedArgumentException(command, each.get().unmatched());
            }
        }
        try {
            return new RunLast().execute(parsed);
        } catch (UnloadableException | ReaderGoneException e) { // help that cannot be written
            throw new ExecutionException(parsed.commandSpec().commandLine(), "help was not written", e);
        }
    }

    private int failed(Exception problem, Style style, List<String> arguments) {
        return switch (problem) {
            case ReaderGoneException gone -> ExitCode.HOLDS.status();
            case UnloadableException unloadable -> unloadable(unloadable, style);
            case ParameterException usage -> usage(usage, style);
            default -> internal(problem, isVerbose(arguments));
        };
    }

    private int unloadable(UnloadableException problem, Style style) {
        flush();
        problem.diagnostics().forEach(d -> environment.printError(Snippet.of(d, style)));
        return ExitCode.UNLOADABLE.status();
    }

    private static boolean isVerbose(List<String> arguments) {
        return arguments.contains("-v") || arguments.contains("--verbose");
    }

    private int internal(Throwable problem, boolean verbose) {
        flush();
        environment
                .err()
                .print("falconer: internal error: " + PrintableText.shown(problem.toString())
                        + "; this is a bug, please report it" + (verbose ? "" : " with what -v shows") + "\n");
        if (verbose) {
            problem.printStackTrace(environment.err());
        }
        environment.err().flush();
        return ExitCode.INTERNAL.status();
    }
}
