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
 * A file with a random name that gets its final name when it is complete. Its writer has a lock on it, which ends with the
 * process, so a file without a lock is a leftover. A process number in the name would not help, because every command in a
 * container may be number 1.
 */
final class TemporaryFile implements AutoCloseable {
    private static final String SUFFIX = ".tmp";
    private static final int TRIES = 10;

    /** If a file system has no locks, a file of this age is a leftover. */
    private static final Duration OLD = Duration.ofDays(1);

    private final Path path;
    private final FileOutputStream out;

    private TemporaryFile(Path path, FileOutputStream out) {
        this.path = path;
        this.out = out;
    }

    /** A new file in a directory. Leftovers in the directory are deleted first. */
    static TemporaryFile in(Path directory) throws IOException {
        sweep(directory);
        for (int i = 0; i < TRIES; i++) {
            Path path = directory.resolve(RandomName.with(SUFFIX));
            Files.createFile(path); // by the user's umask
            path.toFile().deleteOnExit(); // if Ctrl-C comes before the rename
            // not of Files, whose streams an interrupt closes
            FileOutputStream out = new FileOutputStream(path.toFile());
            if (isHeld(out) && Files.exists(path)) {
                return new TemporaryFile(path, out);
            }
            out.close(); // another process deleted it between the two steps
        }
        throw new IOException("cannot create a file in " + directory);
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

    /** Renames it to {@code target}, with the permissions of the existing file. */
    void become(Path target) throws IOException {
        FilePermissions.copy(target, path);
        AtomicRename.replace(path, target);
    }

    /** Deletes it unless it has been renamed. */
    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /** Deletes the leftovers of killed runs. */
    private static void sweep(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, RandomName.glob(SUFFIX))) {
            for (Path file : files) {
                sweepFile(file);
            }
        } catch (IOException unreadable) {
            // A later write here reports the error; leftovers are harmless.
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
