package io.falconer.cli.file;

import io.falconer.text.Diagnostic;
import java.util.List;

/** An input could not be loaded. The command shows why and ends with the exit status for it. */
public final class UnloadableException extends RuntimeException {
    private final transient List<Diagnostic> diagnostics;

    /** A failure with at least one reason. */
    public UnloadableException(List<Diagnostic> diagnostics) {
        super(diagnostics.getFirst().message());
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** A failure with one reason. */
    public UnloadableException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    /** The reasons, in the order in which they are shown. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
