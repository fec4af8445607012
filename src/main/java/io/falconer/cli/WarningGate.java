package io.falconer.cli;

import picocli.CommandLine.Option;

/** Whether warnings about policies give exit code 1. */
final class WarningGate {
    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description = "Minimum severity for exit code 1: error (the default) or warning.")
    private FailOn failOn = FailOn.ERROR;

    /** The exit code of a command that would end with {@code code} without warnings. */
    ExitCode after(ExitCode code, boolean warned) {
        return code == ExitCode.HOLDS && failOn == FailOn.WARNING && warned ? ExitCode.DOES_NOT_HOLD : code;
    }
}
