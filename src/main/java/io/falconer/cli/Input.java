package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import io.falconer.yaml.RulesYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An input: a file, or standard input.
 *
 * @param name as the user gave it
 * @param path the file; empty for standard input
 */
record Input(String name, Optional<Path> path) {
    /** How the user names standard input. */
    static final String STANDARD = "-";

    /**
     * Opens the bytes as they are; the caller closes them. If opening may have to wait for a writer, the first read opens it.
     */
    InputStream open(Environment environment) {
        try {
            return isLive() ? new LazyInputStream(() -> raw(environment)) : raw(environment);
        } catch (IOException e) {
            throw new UnloadableException(TextFile.unreadable(name, e));
        }
    }

    /** Whether reading may have to wait for a writer, as with standard input and pipes. */
    boolean isLive() {
        return path.isEmpty() || !Files.isRegularFile(path.get());
    }

    /** The number of bytes of a regular file, compressed or not; unknown for anything else. */
    OptionalLong size() {
        try {
            return isLive() ? OptionalLong.empty() : OptionalLong.of(Files.size(path.orElseThrow()));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** The whole text, which must be UTF-8. If it is compressed with gzip, it is decompressed. */
    SourceFile text(Environment environment) {
        return orUnloadable(TextFile.read(name, () -> raw(environment)));
    }

    /** The whole text of a rules file, decoded as Falco does. If it is compressed with gzip, it is decompressed. */
    SourceFile rules(Environment environment) {
        return orUnloadable(TextFile.read(name, () -> raw(environment), RulesYaml::decode));
    }

    private static SourceFile orUnloadable(Outcome<SourceFile> read) {
        return read.value().orElseThrow(() -> new UnloadableException(read.diagnostics()));
    }

    private InputStream raw(Environment environment) throws IOException {
        return path.isPresent() ? Files.newInputStream(path.get()) : environment.in();
    }
}
