package io.falconer.cli;

import io.falconer.suite.FileRef;
import io.falconer.suite.Suite;
import io.falconer.text.SourceFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The files below a directory that differ from those of a revision of Git, and new files. */
record ChangedFiles(Set<Path> paths) {
    ChangedFiles {
        paths = Set.copyOf(paths);
    }

    static ChangedFiles since(Path directory, String revision) {
        return new ChangedFiles(new HashSet<>(new GitFiles(directory, revision).changed()));
    }

    boolean contains(SourceFile file) {
        return paths.contains(Path.of(file.name()).normalize());
    }

    /** Whether a suite, its events or its rules changed. */
    boolean touches(Suite suite) {
        return contains(suite.location().source()) || anyOf(suite.files());
    }

    /** Whether a suite or its events changed. */
    boolean containsTestsOf(Suite suite) {
        return contains(suite.location().source()) || anyOf(suite.eventFiles());
    }

    private boolean anyOf(Stream<FileRef> files) {
        return files.flatMap(file -> file.resolved().stream()).anyMatch(paths::contains);
    }
}
