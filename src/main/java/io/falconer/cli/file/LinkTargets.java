package io.falconer.cli.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where links lead: what is written below a directory stays there, whatever links somebody has put into it. */
final class LinkTargets {
    private LinkTargets() {}

    /**
     * The real path of what is written under {@code path}, a file below {@code directory}.
     *
     * @param directory a real path
     * @throws FileSystemException if a link leads out of the directory
     */
    static Path written(Path directory, Path path) throws IOException {
        Path entry = entry(directory, path);
        return Files.isSymbolicLink(entry) && Files.exists(entry) ? within(directory, entry.toRealPath(), path) : entry;
    }

    /** The same, but for a link at the end of the path, which is not followed. */
    static Path entry(Path directory, Path path) throws IOException {
        return within(directory, parent(path).resolve(path.getFileName()), path);
    }

    private static Path within(Path directory, Path real, Path path) throws FileSystemException {
        if (!real.startsWith(directory)) {
            throw new FileSystemException(path.toString(), null, "A link leads out of the directory");
        }
        return real;
    }

    /** The real path of the directory of a file, of which the last parts need not be there. */
    static Path parent(Path file) throws IOException {
        Path directory = WholeFile.directory(file);
        Path name = directory.getFileName();
        return name == null || Files.exists(directory, LinkOption.NOFOLLOW_LINKS)
                ? directory.toRealPath()
                : parent(directory).resolve(name);
    }
}
