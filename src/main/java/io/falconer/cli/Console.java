package io.falconer.cli;

import io.falconer.cli.file.ReaderGoneException;
import io.falconer.cli.file.UnloadableException;
import io.falconer.cli.file.WholeFile;
import io.falconer.report.Detail;
import io.falconer.text.Diagnostic;
import io.falconer.text.LineWrap;
import io.falconer.text.Outcome;
import io.falconer.text.PrintableText;
import io.falconer.text.Severity;
import io.falconer.text.Snippet;
import io.falconer.text.Style;
import java.util.List;

/** Where a command writes, and how much, as the options say. */
final class Console {
    private final Environment environment;
    private final CommonOptions options;
    private boolean warned;

    Console(Environment environment, CommonOptions options) {
        this.environment = environment;
        this.options = options;
    }

    /** The style of standard output. */
    Style outStyle() {
        return options.colour().style(environment, environment.terminal().out());
    }

    /** The style of standard error. */
    Style errStyle() {
        return options.colour().style(environment, environment.terminal().err());
    }

    /** How much detail reports show. */
    Detail detail() {
        return options.verbose() ? Detail.EVERY_EVENT : Detail.SUMMARY;
    }

    /** Writes data to standard output unchanged. */
    void print(String text) {
        environment.out().print(text);
    }

    /** Writes a line of data. A line ends with LF on every system. */
    void printLine(String line) {
        environment.out().print(line + "\n");
    }

    /** Writes a complete result to its output. If the reader has gone, the exit status stays the command's own. */
    void write(Output output, String text) {
        String safe = output.format().isForReading() ? PrintableText.withoutCommands(text) : text;
        boolean wraps = output.format() == Format.TEXT && environment.terminal().out();
        output.file()
                .ifPresentOrElse(
                        file -> WholeFile.write(file, safe),
                        () -> printWhole(wraps ? LineWrap.of(safe, environment.columns()) : safe));
    }

    private void printWhole(String text) {
        try {
            print(text);
        } catch (ReaderGoneException e) {
            // The work is done; only the exit status is left.
        }
    }

    /** Returns the value and shows its warnings. If there is no value, the command fails with the errors. */
    <T> T loaded(Outcome<T> outcome) {
        T value = outcome.value().orElseThrow(() -> new UnloadableException(outcome.diagnostics()));
        show(outcome.diagnostics());
        return value;
    }

    /** Prints a note about progress on standard error, unless the user asked for quiet. */
    void note(String line) {
        if (!options.quiet()) {
            environment.printError(line + "\n");
        }
    }

    /** Prints a note on standard error if the user asked for details. */
    void detail(String line) {
        if (options.verbose()) {
            environment.printError(line + "\n");
        }
    }

    /** Whether a warning was given, even if quiet hides it. */
    boolean warned() {
        return warned;
    }

    /** Shows diagnostics in order on standard error. With quiet, it shows only the errors. */
    void show(List<Diagnostic> diagnostics) {
        warned |= diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.WARNING);
        diagnostics.stream()
                .filter(diagnostic -> !options.quiet() || diagnostic.severity() == Severity.ERROR)
                .sorted(Diagnostic.ORDER)
                .forEach(diagnostic -> environment.printError(Snippet.of(diagnostic, errStyle())));
    }
}
