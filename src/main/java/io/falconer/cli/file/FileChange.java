package io.falconer.cli.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A step of a {@link Transaction}: a file that gets another text, or is deleted. Paths are relative to the directory.
 *
 * @param target the file
 * @param replacement the file that replaces it; empty if it is deleted
 * @param before another name of the existing file; empty if there is none
 */
record FileChange(Path target, Optional<Path> replacement, Optional<Path> before) {
    void apply(Path directory) throws IOException {
        if (replacement.isPresent()) {
            AtomicRename.replace(directory.resolve(replacement.get()), directory.resolve(target));
        } else {
            Files.deleteIfExists(directory.resolve(target));
        }
    }

    void undo(Path directory) throws IOException {
        if (before.isPresent()) {
            AtomicRename.replace(directory.resolve(before.get()), directory.resolve(target));
        } else {
            Files.deleteIfExists(directory.resolve(target));
        }
    }
}
