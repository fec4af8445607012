package io.falconer.cli.file;

import io.falconer.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finishes what a killed run began to change, before another command reads it, so that no command reads files of both runs
 * (decision 16).
 */
public final class KilledRuns {
    private KilledRuns() {}

    /** Whether this is the file that a run leaves in its directory if it is killed. */
    public static boolean isTrace(Path file) {
        return file.getFileName() != null && file.getFileName().toString().equals(JournalFile.NAME);
    }

    /**
     * Finishes the changes to a file, or to the files of a directory, that a killed run began. Waits for a run that is just making
     * them.
     *
     * @param name how the user names it
     * @return whether there were any
     * @throws UnloadableException if they cannot be finished
     */
    public static boolean finish(Path read, String name) {
        Path real = real(read);
        boolean finished = false;
        for (Path directory = real; directory != null; directory = directory.getParent()) {
            Path journal = directory.resolve(JournalFile.NAME);
            if (Files.isRegularFile(journal, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    finished |= finish(directory, journal, real);
                } catch (IOException e) {
                    throw new UnloadableException(Diagnostic.fileError(
                                    "unreadable",
                                    "cannot read " + name + ": a run was killed while it changed files in " + directory
                                            + ", and its changes cannot be finished: " + FileReason.of(e))
                            .withHint("run that command again"));
                }
            }
        }
        return finished;
    }

    private static boolean finish(Path directory, Path journal, Path read) throws IOException {
        Journal found = Journal.of(text(journal), directory);
        boolean concerns = found.changes().stream()
                .anyMatch(change -> directory.resolve(change.target()).startsWith(read));
        if (!concerns || !new Recovery(directory, found).isNeeded()) {
            return false;
        }
        Optional<JournalFile> locked = JournalFile.openExisting(directory);
        if (locked.isPresent()) {
            try (JournalFile own = locked.get()) {
                new Recovery(directory, Journal.of(own.text(), directory)).run();
            }
        }
        return true;
    }

    /** Its text; empty if it cannot be read, as it is then not of a run of this user. */
    private static String text(Path journal) {
        try {
            return Files.size(journal) > JournalFile.LARGEST ? "" : Files.readString(journal);
        } catch (IOException gone) {
            return "";
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) { // a file that the run was about to create
            return path.toAbsolutePath().normalize();
        }
    }
}
