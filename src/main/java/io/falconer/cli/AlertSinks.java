package io.falconer.cli;

import io.falconer.cli.file.StreamedFile;
import io.falconer.engine.Alert;
import io.falconer.engine.AlertJson;
import io.falconer.engine.AlertText;
import io.falconer.engine.RuleCost;
import io.falconer.event.Event;
import io.falconer.event.HostName;
import io.falconer.event.reader.Skips;
import io.falconer.explain.EventExplainer;
import io.falconer.report.AlertLines;
import io.falconer.report.AlertObjects;
import io.falconer.report.AlertSink;
import io.falconer.report.AlertSummary;
import io.falconer.report.ExplainedAlerts;
import io.falconer.report.ExplanationText;
import io.falconer.report.ReplayTotals;
import io.falconer.report.VersionAlerts;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.RuleSet;
import io.falconer.ruleset.RunTrait;
import io.falconer.text.Style;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Opens a sink for each requested output. */
final class AlertSinks implements AlertSink, AutoCloseable {
    private final List<AlertSink> sinks;
    private final List<StreamedFile> files;
    private final AlertPrinter printer;
    private final boolean printsAlerts;

    private AlertSinks(List<AlertSink> sinks, List<StreamedFile> files, AlertPrinter printer, boolean printsAlerts) {
        this.sinks = List.copyOf(sinks);
        this.files = List.copyOf(files);
        this.printer = printer;
        this.printsAlerts = printsAlerts;
    }

    /** Whether alerts go to standard output one by one. */
    boolean printsAlerts() {
        return printsAlerts;
    }

    /**
     * Sinks for the alerts of one version of Falco.
     *
     * @param explainer explains alerts in text, if they are to be explained
     * @param all whether all of their conditions is shown
     */
    static AlertSinks open(
            List<Output> outputs,
            Falco falco,
            Optional<EventExplainer> explainer,
            boolean all,
            Environment environment,
            Console console) {
        ZoneId zone = environment.clock().getZone();
        return open(outputs, environment, (output, out) -> {
            boolean isFile = output.file().isPresent();
            boolean raw = falco.has(RunTrait.RAW_TEXT)
                    && (isFile || !environment.terminal().out());
            Style style = output.style(console);
            AlertLines lines = new AlertLines(new AlertText(zone, raw), raw && isFile, style, out);
            AlertSink text = explainer
                    .<AlertSink>map(each -> new ExplainedAlerts(lines, each, new ExplanationText(style, all), out))
                    .orElse(lines);
            return sink(output.format(), style, text, new AlertJson(HostName.local(), zone), out);
        });
    }

    /** Sinks that compare the alerts of several versions, as text or JSON. */
    static AlertSinks comparing(
            List<Output> outputs, List<RuleSet> versions, Environment environment, Console console) {
        return open(
                outputs,
                environment,
                (output, out) -> new VersionAlerts(
                        versions,
                        output.format() == Format.JSON ? Optional.empty() : Optional.of(output.style(console)),
                        out));
    }

    private static AlertSinks open(
            List<Output> outputs, Environment environment, BiFunction<Output, Consumer<String>, AlertSink> sink) {
        List<AlertSink> sinks = new ArrayList<>();
        List<StreamedFile> files = new ArrayList<>();
        boolean alone = outputs.stream().allMatch(output -> output.file().isEmpty());
        AlertPrinter printer = new AlertPrinter(environment, alone);
        for (Output output : outputs) {
            Consumer<String> out = printer::print;
            if (output.file().isPresent()) {
                StreamedFile file = StreamedFile.open(output.file().get());
                files.add(file);
                out = file::print;
            }
            sinks.add(sink.apply(output, out));
        }
        boolean prints =
                outputs.stream().anyMatch(output -> output.file().isEmpty() && output.format() != Format.SUMMARY);
        return new AlertSinks(sinks, files, printer, prints);
    }

    private static AlertSink sink(Format format, Style style, AlertSink lines, AlertJson json, Consumer<String> out) {
        return switch (format) {
            case TEXT, MARKDOWN, HTML, JUNIT, SARIF, TAP, GITHUB, LCOV, COBERTURA, CSV, ICS, MUTATION -> lines;
            case NDJSON -> AlertObjects.lines(json, out);
            case JSON -> AlertObjects.array(json, out);
            case SUMMARY -> new AlertSummary(style, out);
        };
    }

    @Override
    public void accept(Event event, List<Alert> alerts) {
        sinks.forEach(sink -> sink.accept(event, alerts));
    }

    /** Flushes what was printed so far. */
    void flush() {
        printer.flush();
    }

    @Override
    public void finish(ReplayTotals totals, Skips skips, List<RuleCost> costliest) {
        sinks.forEach(sink -> sink.finish(totals, skips, costliest));
        printer.flush();
        files.forEach(StreamedFile::keep);
    }

    @Override
    public void close() {
        files.forEach(StreamedFile::close);
    }
}
