package io.falconer.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Options that do not fit together, or that name something that does not exist. {@code hint} says what to use instead. */
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
