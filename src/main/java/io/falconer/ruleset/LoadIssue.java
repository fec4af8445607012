package io.falconer.ruleset;

import io.falconer.text.Diagnostic;
import io.falconer.text.Severity;
import java.util.Optional;

/**
 * An error or warning of loading a rules file.
 *
 * @param message Falco's own; empty for {@link LoadCode#LOAD_UNSAFE_NA_CHECK}
 * @param deprecatedField the field that a warning of a deprecated field names
 */
public record LoadIssue(LoadCode code, String message, LoadContext context, Optional<String> deprecatedField) {
    /** An issue that is not about a deprecated field. */
    public LoadIssue(LoadCode code, String message, LoadContext context) {
        this(code, message, context, Optional.empty());
    }

    /** The issue as Falconer shows it to people. */
    public Diagnostic diagnostic() {
        Severity severity = code.isError() ? Severity.ERROR : Severity.WARNING;
        String words = message.isEmpty() ? code.text() : message;
        return new Diagnostic(severity, code.name(), words, Optional.of(context.place()), Optional.empty());
    }
}
