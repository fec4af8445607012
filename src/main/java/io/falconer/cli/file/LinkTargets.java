package io.falconer.cli.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The targets of links. What is written below a directory stays there, whatever links it contains. */
final class LinkTargets {
    private LinkTargets() {}

    /**
     * The real path of the file at {@code path}, which is below {@code directory}.
     *
     * @param directory a real path
     * @throws FileSystemException if a link leads out of the directory
     */
    static Path written(Path directory, Path path) throws IOException {
        Path entry = entry(directory, path);
        return Files.isSymbolicLink(entry) && Files.exists(entry) ? within(directory, entry.toRealPath(), path) : entry;
    }

    /** The same, but a link at the end of the path is not followed. */
    static Path entry(Path directory, Path path) throws IOException {
        return within(directory, parent(path).resolve(path.getFileName()), path);
    }

    private static Path within(Path directory, Path real, Path path) throws FileSystemException {
        if (!real.startsWith(directory)) {
            throw new FileSystemException(path.toString(), null, "A link leads out of the directory");
        }
        return real;
    }

    /** The real path of the directory of a file. Its last parts need not exist. */
    static Path parent(Path file) throws IOException {
        Path directory = WholeFile.directory(file);
        Path name = directory.getFileName();
        return name == null || Files.exists(directory, LinkOption.NOFOLLOW_LINKS)
                ? directory.toRealPath()
                : parent(directory).resolve(name);
    }
}
