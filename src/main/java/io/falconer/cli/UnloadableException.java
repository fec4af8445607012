package io.falconer.cli;

import io.falconer.text.Diagnostic;
import java.util.List;

/** An input that could not be loaded: the command ends with {@link ExitCode#UNLOADABLE} after showing why. */
final class UnloadableException extends RuntimeException {
    private final transient List<Diagnostic> diagnostics;

    UnloadableException(List<Diagnostic> diagnostics) {
        super(diagnostics.getFirst().message());
        this.diagnostics = List.copyOf(diagnostics);
    }

    UnloadableException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
