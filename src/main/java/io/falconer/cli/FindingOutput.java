package io.falconer.cli;

import io.falconer.report.FindingReports;
import java.util.List;

/** Writes findings in the formats of other programs. */
final class FindingOutput {
    /** The formats. */
    static final List<Format> FORMATS = List.of(Format.SARIF, Format.JUNIT, Format.GITHUB);

    private FindingOutput() {}

    /**
     * Writes to those outputs that have one of {@link #FORMATS}.
     *
     * @param warningsFail whether warnings make the command fail
     */
    static void write(FindingReports reports, boolean warningsFail, List<Output> outputs, Console console) {
        outputs.stream()
                .filter(to -> FORMATS.contains(to.format()))
                .forEach(to -> console.write(
                        to,
                        switch (to.format()) {
                            case SARIF -> reports.sarif(FalconerVersion.number());
                            case JUNIT -> reports.junit(warningsFail);
                            case GITHUB -> reports.github();
                            case TEXT,
                                    JSON,
                                    NDJSON,
                                    SUMMARY,
                                    MARKDOWN,
                                    HTML,
                                    TAP,
                                    LCOV,
                                    COBERTURA,
                                    MUTATION,
                                    CSV,
                                    ICS ->
                                throw new IllegalArgumentException("findings cannot be written as " + to.format());
                        }));
    }
}
