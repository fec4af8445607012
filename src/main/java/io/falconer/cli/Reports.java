package io.falconer.cli;

import io.falconer.report.Detail;
import io.falconer.report.JsonReport;
import io.falconer.report.TextReport;
import io.falconer.suite.Results;
import java.util.List;

/** Writes results to all outputs that were asked for. */
final class Reports {
    private Reports() {}

    static void write(Results results, List<Output> outputs, Console console, Detail detail) {
        for (Output to : outputs) {
            console.write(
                    to,
                    to.format() == Format.JSON
                            ? new JsonReport().of(results)
                            : new TextReport(to.style(console), detail).of(results));
        }
    }
}
