package io.falconer.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Options that do not fit together, or ask for what there is not; {@code hint} says what would do. */
final class UsageException extends ParameterException {
    private final String hint;

    UsageException(CommandLine commandLine, String message, String hint) {
        super(commandLine, message);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
