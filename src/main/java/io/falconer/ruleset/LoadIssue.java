package io.falconer.ruleset;

import io.falconer.text.Diagnostic;
import io.falconer.text.Severity;
import java.util.Optional;

/**
 * An error or warning of loading a rules file.
 *
 * @param message Falco's own; empty for {@link LoadCode#LOAD_UNSAFE_NA_CHECK}
 * @param deprecatedField the field that a warning of a deprecated field names
 * @param hint how to mend it, in Falconer's own words
 */
public record LoadIssue(
        LoadCode code, String message, LoadContext context, Optional<String> deprecatedField, Optional<String> hint) {
    /** An issue that is not about a deprecated field. */
    public LoadIssue(LoadCode code, String message, LoadContext context) {
        this(code, message, context, Optional.empty(), Optional.empty());
    }

    /** The same issue with the way to mend it, if there is one to tell. */
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
