package io.falconer.cli.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes files completely or not at all: under a temporary name first, then renamed. A new file gets the permissions that the
 * user's umask leaves; an existing file keeps its own. A link stays, and its target is written.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes {@code text}, and creates missing directories. */
    public static void write(OutputPath file, String text) {
        if (isStream(file.path())) {
            try {
                Files.writeString(file.path(), text, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw file.unwritable(e);
            }
            return;
        }
        try {
            Path written = written(file.path());
            Path directory = Files.createDirectories(directory(written));
            requireFile(written);
            try (TemporaryFile temporary = TemporaryFile.in(directory)) {
                temporary.out().write(text.getBytes(StandardCharsets.UTF_8));
                temporary.become(written);
            }
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    /** Whether the file is a pipe, a device or an open file of this process. Such a file is written to, and never replaced. */
    static boolean isStream(Path file) {
        return file.startsWith("/dev") || file.startsWith("/proc") || isNoFile(file);
    }

    private static boolean isNoFile(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    /** A directory would be in the way of the rename. */
    static void requireFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "Is a directory");
        }
    }

    /** The directory in which a file lies. */
    static Path directory(Path file) throws IOException {
        Path directory = file.getParent();
        if (directory == null) {
            throw new FileSystemException(file.toString(), null, "It is not a file");
        }
        return directory;
    }

    /** The file itself, or the target if it is a link. */
    static Path written(Path file) throws IOException {
        return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }
}
