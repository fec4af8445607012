package io.falconer.ruleset;

import io.falconer.text.Diagnostic;
import io.falconer.text.Severity;
import java.util.Optional;

/**
 * An error or warning of loading a rules file.
 *
 * @param message Falco's own message; empty for {@link LoadCode#LOAD_UNSAFE_NA_CHECK}
 * @param deprecatedField the field in a warning about a deprecated field
 * @param hint Falconer's own hint how to fix it
 */
public record LoadIssue(
        LoadCode code, String message, LoadContext context, Optional<String> deprecatedField, Optional<String> hint) {
    /** An issue that is not about a deprecated field. */
    public LoadIssue(LoadCode code, String message, LoadContext context) {
        this(code, message, context, Optional.empty(), Optional.empty());
    }

    /** The same issue with a hint how to fix it, if there is one. */
    LoadIssue withHint(Optional<String> how) {
        return new LoadIssue(code, message, context, deprecatedField, how);
    }

    /** The issue as Falconer shows it to people. */
    public Diagnostic diagnostic() {
        Severity severity = code.isError() ? Severity.ERROR : Severity.WARNING;
        String words = message.isEmpty() ? code.text() : message;
        Diagnostic issue = Diagnostic.of(severity, code.name(), words, context.origin());
        return hint.map(issue::withHint).orElse(issue);
    }
}
