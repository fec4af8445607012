package io.falconer.cli;

import io.falconer.report.Detail;
import io.falconer.report.GithubReport;
import io.falconer.report.JUnitReport;
import io.falconer.report.JsonReport;
import io.falconer.report.MarkdownReport;
import io.falconer.report.Report;
import io.falconer.report.SarifReport;
import io.falconer.report.TapReport;
import io.falconer.report.TextReport;
import io.falconer.suite.Results;
import java.util.List;

/** Writes results to all requested outputs. */
final class Reports {
    private Reports() {}

    /** The formats of results, the default first. */
    static List<Format> formats() {
        return List.of(
                Format.TEXT, Format.JSON, Format.JUNIT, Format.SARIF, Format.TAP, Format.GITHUB, Format.MARKDOWN);
    }

    /** Writes to {@code outputs}, whose formats are among {@link #formats}. */
    static void write(Results results, List<Output> outputs, Console console, Detail detail) {
        outputs.forEach(to -> console.write(to, report(to, console, detail).of(results)));
    }

    private static Report report(Output to, Console console, Detail detail) {
        return switch (to.format()) {
            case TEXT -> new TextReport(to.style(console), detail);
            case JSON -> new JsonReport();
            case JUNIT -> new JUnitReport();
            case SARIF -> new SarifReport(FalconerVersion.number());
            case TAP -> new TapReport();
            case GITHUB -> new GithubReport();
            case MARKDOWN -> new MarkdownReport(detail);
            case NDJSON, SUMMARY -> throw new IllegalArgumentException("results cannot be written as " + to.format());
        };
    }
}
