package io.falconer.suite;

import io.falconer.text.Location;
import java.nio.file.Path;

/** A file that a suite names, {@code path} as written there, relative to the suite's own directory. */
public record FileRef(String path, Location location) {
    /** The path from the working directory, as the suite's own path was given. */
    public Path resolved() {
        return Path.of(location.source().name()).resolveSibling(path).normalize();
    }
}
