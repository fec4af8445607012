package io.falconer.suite;

import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that a suite names, {@code path} as written there, relative to the suite's own directory. */
public record FileRef(String path, Location location) {
    /** The path of a file, in the form in which paths are compared. */
    static Path normal(SourceFile file) {
        return Path.of(file.name()).normalize();
    }

    /** The path from the working directory, like the suite's own path; empty if it is not a path on this system. */
    public Optional<Path> resolved() {
        try {
            return Optional.of(
                    Path.of(location.source().name()).resolveSibling(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
