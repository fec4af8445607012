package io.falconer.suite;

import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the files that suites name. */
final class Sources {
    private final Path directory;

    /** Relative paths start at {@code directory}. */
    Sources(Path directory) {
        this.directory = directory;
    }

    /** The file's text; a file that cannot be read is reported where the suite names it. */
    Outcome<SourceFile> read(FileRef file) {
        Path path = file.resolved();
        Outcome<SourceFile> read = TextFile.read(path.toString(), directory.resolve(path));
        if (read.value().isPresent()) {
            return read;
        }
        return Outcome.failed(read.diagnostics().stream()
                .map(d -> d.location().isPresent()
                        ? d
                        : new Diagnostic(d.severity(), d.code(), d.message(), Optional.of(file.location()), d.hint()))
                .toList());
    }
}
