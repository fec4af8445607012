package io.falconer.cli.file;

import io.falconer.text.Diagnostic;
import java.util.List;

/** An input that could not be loaded: the command shows why and ends with a status that says so. */
public final class UnloadableException extends RuntimeException {
    private final transient List<Diagnostic> diagnostics;

    /** A failure for reasons of which there is at least one. */
    public UnloadableException(List<Diagnostic> diagnostics) {
        super(diagnostics.getFirst().message());
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** A failure for one reason. */
    public UnloadableException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    /** Why, in the order in which it is shown. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
