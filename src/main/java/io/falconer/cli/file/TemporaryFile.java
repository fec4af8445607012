package io.falconer.cli.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A file under a random name that gets its own name when it is complete. Its writer holds a lock on it, which ends with the
 * process however that ends: what nobody holds is a leftover. A process number in the name would tell nothing, since every
 * command in a container may be number 1.
 */
final class TemporaryFile implements AutoCloseable {
    private static final String SUFFIX = ".tmp";
    private static final int TRIES = 10;

    /** Where a file system knows no locks, what is so old is a leftover. */
    private static final Duration OLD = Duration.ofDays(1);

    private final Path path;
    private final FileOutputStream out;

    private TemporaryFile(Path path, FileOutputStream out) {
        this.path = path;
        this.out = out;
    }

    /** A new file in a directory, which is rid of leftovers on this occasion. */
    static TemporaryFile in(Path directory) throws IOException {
        sweep(directory);
        for (int i = 0; i < TRIES; i++) {
            Path path = directory.resolve(RandomName.with(SUFFIX));
            Files.createFile(path); // by the user's mask
            path.toFile().deleteOnExit(); // where Ctrl-C comes before the rename
            // not of Files, whose streams an interrupt closes
            FileOutputStream out = new FileOutputStream(path.toFile());
            if (isHeld(out) && Files.exists(path)) {
                return new TemporaryFile(path, out);
            }
            out.close(); // somebody swept between the two steps
        }
        throw new IOException("no file could be made in " + directory);
    }

    private static boolean isHeld(FileOutputStream out) {
        try {
            FileLock lock = out.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sweeping) {
            return false;
        } catch (IOException noLocks) {
            return true;
        }
    }

    FileOutputStream out() {
        return out;
    }

    /** Gives it the name {@code target}, and the permissions of what has it now. */
    void become(Path target) throws IOException {
        FilePermissions.copy(target, path);
        AtomicRename.replace(path, target);
    }

    /** Deletes it unless it has become another. */
    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /** Deletes what runs that were killed left behind. */
    private static void sweep(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, RandomName.glob(SUFFIX))) {
            for (Path file : files) {
                sweepFile(file);
            }
        } catch (IOException unreadable) {
            // Then whoever writes here is told why; leftovers do no harm.
        }
    }

    private static void sweepFile(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !RandomName.is(file, SUFFIX)) {
            return;
        }
        try (FileOutputStream writer = new FileOutputStream(file.toFile(), true)) {
            FileLock lock = writer.getChannel().tryLock();
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (OverlappingFileLockException ours) {
            // another thread of this process writes it
        } catch (IOException noLocks) {
            Instant changed =
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
            if (changed.isBefore(Instant.now().minus(OLD))) {
                Files.deleteIfExists(file);
            }
        }
    }
}
