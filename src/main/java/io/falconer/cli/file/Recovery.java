package io.falconer.cli.file;

import io.falconer.generate.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finishes the {@link Transaction} of a killed run as its {@link Journal} says, or undoes it if it cannot be finished. Prepared
 * files are deleted.
 */
final class Recovery {
    private final Path directory;
    private final Journal journal;

    /** The journal of a directory, which is given by its real path. */
    Recovery(Path directory, Journal journal) {
        this.directory = directory;
        this.journal = journal;
    }

    /** Whether some changes are still to be made. */
    boolean isNeeded() throws IOException {
        for (FileChange change : journal.changes()) {
            if (isPending(change)) {
                return true;
            }
        }
        return false;
    }

    void run() throws IOException {
        try {
            for (FileChange change : journal.changes()) {
                if (isPending(change)) {
                    change.apply(directory);
                }
            }
        } catch (IOException unwritable) {
            for (FileChange change : journal.changes().reversed()) {
                if (isDone(change)) {
                    change.undo(directory);
                }
            }
        }
        for (Path file : journal.prepared()) {
            Files.deleteIfExists(directory.resolve(file));
        }
    }

    /**
     * A replacement that does not exist any more has already replaced its target. A file is deleted only if it is the file that
     * the run wanted to delete.
     */
    private boolean isPending(FileChange change) throws IOException {
        return change.replacement().isPresent() ? isThere(change.replacement()) : isUnchanged(change);
    }

    /** A file that did not exist before is deleted only if Falconer wrote it. */
    private boolean isDone(FileChange change) {
        boolean isApplied = !isThere(change.replacement().or(() -> Optional.of(change.target())));
        return isApplied && (isThere(change.before()) || (change.before().isEmpty() && isGenerated(change.target())));
    }

    private boolean isGenerated(Path file) {
        try {
            return GeneratedFile.isGenerated(Files.readString(directory.resolve(file)));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean isUnchanged(FileChange change) throws IOException {
        Path target = directory.resolve(change.target());
        return change.before().isPresent()
                && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && isThere(change.before())
                && Files.mismatch(target, directory.resolve(change.before().get())) < 0;
    }

    private boolean isThere(Optional<Path> file) {
        return file.isPresent() && Files.exists(directory.resolve(file.get()), LinkOption.NOFOLLOW_LINKS);
    }
}
