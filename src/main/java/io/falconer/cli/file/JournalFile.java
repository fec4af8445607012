package io.falconer.cli.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of a directory's {@link Journal}, which exists as long as a {@link Transaction} below it is in progress, and is
 * locked by its process. A lock ends with its process, so a file without a lock was left by a killed run.
 */
final class JournalFile implements AutoCloseable {
    static final String NAME = ".falconer-journal";

    static final int LARGEST = 1 << 24;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path path;
    private final FileChannel channel;

    private JournalFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Creates the file, or takes over that of a killed run, and locks it. Waits if another process has the lock. */
    static JournalFile open(Path directory) throws IOException {
        long begin = System.nanoTime();
        Path path = directory.resolve(NAME);
        while (true) {
            create(path);
            Optional<JournalFile> mine = tryOpen(path);
            if (mine.isPresent()) {
                return mine.get();
            }
            pause(path, begin);
        }
    }

    /** Locks the file. Waits if another process has the lock, which may delete the file: then there is none. */
    static Optional<JournalFile> openExisting(Path directory) throws IOException {
        long begin = System.nanoTime();
        Path path = directory.resolve(NAME);
        while (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Optional<JournalFile> mine = tryOpen(path);
            if (mine.isPresent()) {
                return mine;
            }
            pause(path, begin);
        }
        return Optional.empty();
    }

    private static void pause(Path path, long begin) throws IOException {
        if (System.nanoTime() - begin > PATIENCE.toNanos()) {
            throw new FileSystemException(path.toString(), null, "Another run is writing there");
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
    }

    private static void create(Path path) throws IOException {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(path.toString(), null, NAME + " is in the way");
            }
        }
    }

    /** The file; empty if another process has locked it, or deleted it in the meantime. */
    private static Optional<JournalFile> tryOpen(Path path) throws IOException {
        try {
            Object identity = identity(path);
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (isLocked(channel) && Objects.equals(identity, identity(path))) {
                return Optional.of(new JournalFile(path, channel));
            }
            channel.close();
        } catch (NoSuchFileException deleted) {
            // by the process that had the lock
        }
        return Optional.empty();
    }

    /** The key that distinguishes a file from another with the same name; null if the system has no such key. */
    private static @Nullable Object identity(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException noLocks) {
            return true;
        }
    }

    /** Its whole content. */
    String text() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // until it is full
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /** Adds to it. */
    void append(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes, channel.size());
        }
    }

    /** Clears it. */
    void clear() throws IOException {
        channel.truncate(0);
    }

    /** Leaves it, without its lock, to the next run. */
    void leave() throws IOException {
        channel.close();
    }

    /** Deletes it, so that other processes can create theirs. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            channel.close();
        }
    }
}
