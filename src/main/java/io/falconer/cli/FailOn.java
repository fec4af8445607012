package io.falconer.cli;

import io.falconer.text.Diagnostic;
import io.falconer.text.Severity;
import java.util.List;
import java.util.Locale;

/** The minimum severity that makes a command end with {@link ExitCode#DOES_NOT_HOLD}. */
enum FailOn {
    ERROR,
    WARNING;

    boolean isReached(Severity severity) {
        return severity == Severity.ERROR || (this == WARNING && severity == Severity.WARNING);
    }

    boolean isReached(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(diagnostic -> isReached(diagnostic.severity()));
    }

    /** Returns the value as the option spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
