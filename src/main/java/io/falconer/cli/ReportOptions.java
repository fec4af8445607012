package io.falconer.cli;

import io.falconer.report.Detail;
import io.falconer.suite.Results;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How results are told, and what they make of the command. */
final class ReportOptions {
    @Option(names = "--fail-only", description = "Text and Markdown name only what is not as it should be.")
    private boolean failOnly;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    /** The outputs asked for; call it before the work, for a wrong one is wrong usage. */
    List<Output> outputs(FalconerCommand command) {
        return output.of(command);
    }

    /** Writes the results to the outputs, and gives what they say of all that was judged. */
    ExitCode report(Results results, List<Output> outputs, Console console) {
        Reports.write(results, outputs, console, failOnly ? Detail.FAILURES : console.detail());
        return results.hold() ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
    }
}
