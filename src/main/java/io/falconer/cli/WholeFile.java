package io.falconer.cli;

import io.falconer.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all: under another name first, then renamed. */
final class WholeFile {
    private WholeFile() {}

    /** Writes {@code text}, making the directories on the way. */
    static void write(Path file, String text) {
        Path temporary = prepare(file, text);
        try {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(temporary);
            throw unwritable(file, e);
        }
    }

    /** Writes {@code text} beside {@code file}, for several files to be renamed together; gives where. */
    static Path prepare(Path file, String text) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            Path temporary = Files.createTempFile(directory, "." + file.getFileName(), ".tmp");
            Files.writeString(temporary, text);
            return temporary;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            temporary.toFile().deleteOnExit();
        }
    }

    static UnloadableException unwritable(Path file, IOException problem) {
        return new UnloadableException(Diagnostic.fileError(
                "unwritable",
                "cannot write " + file + ": " + problem.getClass().getSimpleName() + " " + problem.getMessage()));
    }
}
