package io.falconer.cli;

import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something to read: a file, or standard input.
 *
 * @param name as the user gave it
 * @param path the file; empty for standard input
 */
record Input(String name, Optional<Path> path) {
    /** What the user writes for standard input. */
    static final String STANDARD = "-";

    /** The bytes as they are; the caller closes them. */
    InputStream open(Environment environment) {
        try {
            return raw(environment);
        } catch (IOException e) {
            throw new UnloadableException(TextFile.unreadable(name, e));
        }
    }

    /** The bytes of a regular file, packed as they may be; unknown of anything else. */
    OptionalLong size() {
        try {
            return path.isPresent() && Files.isRegularFile(path.get())
                    ? OptionalLong.of(Files.size(path.get()))
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** The whole text, which must be UTF-8, decompressed if it is gzip's. */
    SourceFile text(Environment environment) {
        Outcome<SourceFile> read = TextFile.read(name, () -> raw(environment));
        return read.value().orElseThrow(() -> new UnloadableException(read.diagnostics()));
    }

    private InputStream raw(Environment environment) throws IOException {
        return path.isPresent() ? Files.newInputStream(path.get()) : environment.in();
    }
}
