package io.falconer.cli;

import io.falconer.cli.file.ReaderGoneException;
import io.falconer.cli.file.UnloadableException;
import io.falconer.cli.file.WholeFile;
import io.falconer.report.Detail;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.PrintableText;
import io.falconer.text.Severity;
import io.falconer.text.Snippet;
import io.falconer.text.Style;
import java.util.List;

/** Where a command writes, in the way the user asked for. */
final class Console {
    private final Environment environment;
    private final CommonOptions options;

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

    /** How much reports tell. */
    Detail detail() {
        return options.verbose() ? Detail.EVERY_EVENT : Detail.SUMMARY;
    }

    /** Writes data to standard output as it is. */
    void print(String text) {
        environment.out().print(text);
    }

    /** Writes a line of data; lines end at LF on every system. */
    void printLine(String line) {
        environment.out().print(line + "\n");
    }

    /** Writes a whole result to where it is to go. A reader that has gone leaves the command's verdict as it is. */
    void write(Output output, String text) {
        String safe = output.format().isForReading() ? PrintableText.withoutCommands(text) : text;
        output.file().ifPresentOrElse(file -> WholeFile.write(file, safe), () -> printWhole(safe));
    }

    private void printWhole(String text) {
        try {
            print(text);
        } catch (ReaderGoneException e) {
            // The work is done; only the exit status is left to give.
        }
    }

    /** The value, its warnings shown; without one the command fails with the errors. */
    <T> T loaded(Outcome<T> outcome) {
        T value = outcome.value().orElseThrow(() -> new UnloadableException(outcome.diagnostics()));
        show(outcome.diagnostics());
        return value;
    }

    /** Says on standard error what is going on, unless the user wants quiet. */
    void note(String line) {
        if (!options.quiet()) {
            environment.err().print(PrintableText.withoutCommands(line + "\n"));
        }
    }

    /** Says on standard error what only those want to know who asked for it. */
    void detail(String line) {
        if (options.verbose()) {
            environment.err().print(PrintableText.withoutCommands(line + "\n"));
        }
    }

    /** Shows diagnostics in order on standard error; quiet leaves only the errors. */
    void show(List<Diagnostic> diagnostics) {
        diagnostics.stream()
                .filter(diagnostic -> !options.quiet() || diagnostic.severity() == Severity.ERROR)
                .sorted(Diagnostic.ORDER)
                .forEach(diagnostic ->
                        environment.err().print(PrintableText.withoutCommands(Snippet.of(diagnostic, errStyle()))));
    }
}
