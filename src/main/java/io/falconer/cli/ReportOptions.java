package io.falconer.cli;

import io.falconer.report.Detail;
import io.falconer.report.VersionResults;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How results are reported, and which exit code they give. */
final class ReportOptions {
    @Option(names = "--fail-only", description = "Show failures only, in text and Markdown.")
    private boolean failOnly;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    /** The requested outputs. Call this before the work, because a wrong output is wrong usage. */
    List<Output> outputs(FalconerCommand command) {
        return output.of(command);
    }

    /** Writes the results to the outputs, and returns the exit code for them. */
    ExitCode report(VersionResults results, List<Output> outputs, Console console) {
        Reports.write(results, outputs, console, failOnly ? Detail.FAILURES : console.detail());
        if (!results.load()) {
            return ExitCode.UNLOADABLE;
        }
        return results.hold() ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
    }
}
