package io.falconer.cli;

import io.falconer.report.CoberturaReport;
import io.falconer.report.Detail;
import io.falconer.report.GithubReport;
import io.falconer.report.JUnitReport;
import io.falconer.report.LcovReport;
import io.falconer.report.MutationReport;
import io.falconer.report.SarifReport;
import io.falconer.report.TapReport;
import io.falconer.report.VersionResults;
import java.util.List;

/** Writes results to all requested outputs. */
final class Reports {
    private Reports() {}

    /** The formats of results, the default first. */
    static List<Format> formats() {
        return List.of(
                Format.TEXT,
                Format.JSON,
                Format.JUNIT,
                Format.SARIF,
                Format.TAP,
                Format.GITHUB,
                Format.MARKDOWN,
                Format.HTML);
    }

    /** Writes to {@code outputs}, whose formats are among {@link #formats}. */
    static void write(VersionResults results, List<Output> outputs, Console console, Detail detail) {
        outputs.forEach(to -> console.write(to, report(results, to, console, detail)));
    }

    private static String report(VersionResults results, Output to, Console console, Detail detail) {
        return switch (to.format()) {
            case TEXT -> results.text(to.style(console), detail);
            case JSON -> results.json();
            case JUNIT -> new JUnitReport().of(results.all());
            case SARIF -> new SarifReport(FalconerVersion.number()).of(results.all());
            case TAP -> new TapReport().of(results.all());
            case GITHUB -> new GithubReport().of(results.all());
            case LCOV -> new LcovReport().of(results.all());
            case COBERTURA -> new CoberturaReport().of(results.all());
            case MUTATION -> new MutationReport().of(results.all());
            case MARKDOWN -> results.markdown(detail);
            case HTML -> results.html();
            case NDJSON, SUMMARY, CSV, ICS ->
                throw new IllegalArgumentException("results cannot be written as " + to.format());
        };
    }
}
