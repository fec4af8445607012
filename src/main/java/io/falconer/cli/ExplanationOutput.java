package io.falconer.cli;

import io.falconer.cli.file.StreamedFile;
import io.falconer.explain.RuleExplanation;
import io.falconer.report.ExplanationJson;
import io.falconer.report.ExplanationText;
import io.falconer.text.PrintableText;
import java.util.List;
import java.util.Optional;

/** One output of explanations, written event by event, because a log may be long. */
final class ExplanationOutput implements AutoCloseable {
    private static final String BEGINNING = "{\"explanations\":[";
    private static final String END = "]}";

    private final Format format;
    private final Optional<StreamedFile> file;
    private final Console console;
    private final ExplanationText text;
    private boolean begun;

    private ExplanationOutput(Format format, Optional<StreamedFile> file, Console console, ExplanationText text) {
        this.format = format;
        this.file = file;
        this.console = console;
        this.text = text;
    }

    /** @param all whether text shows everything, however long it is */
    static ExplanationOutput open(Output to, Console console, boolean all) {
        return new ExplanationOutput(
                to.format(), to.file().map(StreamedFile::open), console, new ExplanationText(to.style(console), all));
    }

    /**
     * Writes what rules do on one event.
     *
     * @param named whether the user named the rules, so that each is explained
     * @param falco the version, if there are several
     */
    void accept(List<RuleExplanation> explanations, boolean named, Optional<String> falco) {
        switch (format) {
            case NDJSON -> explanations.forEach(each -> print(ExplanationJson.of(each, falco) + "\n"));
            case JSON ->
                explanations.forEach(each -> {
                    print((begun ? ",\n" : BEGINNING + "\n") + ExplanationJson.of(each, falco));
                    begun = true;
                });
            case TEXT, SUMMARY, MARKDOWN, HTML, JUNIT, SARIF, TAP, GITHUB, LCOV, COBERTURA, CSV, ICS, MUTATION -> {
                String shown = named ? text.ofNamed(explanations) : text.ofAll(explanations);
                print(PrintableText.withoutCommands((begun ? "\n" : "")
                        + falco.map(each -> "Falco " + each + ", ").orElse("")
                        + shown));
                begun = true;
            }
        }
    }

    /** Completes the output. */
    void finish() {
        if (format == Format.JSON) {
            print((begun ? "\n" : BEGINNING) + END + "\n");
        }
        file.ifPresent(StreamedFile::keep);
    }

    private void print(String data) {
        file.ifPresentOrElse(to -> to.print(data), () -> console.print(data));
    }

    @Override
    public void close() {
        file.ifPresent(StreamedFile::close);
    }
}
