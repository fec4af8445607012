package io.falconer.cli.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files whole or not at all: under another name first, then renamed. A new file gets the permissions that the
 * user's mask leaves; a link stays a link to what is written.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes {@code text}, making the directories on the way. */
    public static void write(OutputPath file, String text) {
        if (isStream(file.path())) {
            try {
                Files.writeString(file.path(), text, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw file.unwritable(e);
            }
            return;
        }
        Path temporary = prepare(file, text);
        try {
            rename(temporary, file);
        } finally {
            discard(temporary);
        }
    }

    /** Whether the file is a pipe, a device or an open file of this process: it is written to, and never replaced. */
    static boolean isStream(Path file) {
        return file.startsWith("/dev") || file.startsWith("/proc") || isNoFile(file);
    }

    private static boolean isNoFile(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    /** Writes {@code text} beside {@code file}, for several files to be renamed together; gives where. */
    static Path prepare(OutputPath file, String text) {
        try {
            Path written = written(file.path());
            Files.createDirectories(written.getParent());
            String name =
                    "." + written.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
            Path temporary = written.resolveSibling(name);
            Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            temporary.toFile().deleteOnExit(); // where Ctrl-C comes before the rename
            return temporary;
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    /** Gives what {@link #prepare} wrote the name of {@code file}. */
    static void rename(Path temporary, OutputPath file) {
        try {
            Files.move(
                    temporary,
                    written(file.path()),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            temporary.toFile().deleteOnExit();
        }
    }

    /** The file itself, where a link leads to it. */
    private static Path written(Path file) throws IOException {
        return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }
}
