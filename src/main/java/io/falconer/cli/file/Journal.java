package io.falconer.cli.file;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Transaction} has prepared and is about to do. Its text has a line for each prepared file, written before the
 * file is created, then a line for each change, and a last line that says that the journal is complete. Only then are files
 * changed.
 *
 * @param prepared files under temporary names, relative to the directory
 * @param changes empty unless the text is complete
 */
record Journal(List<Path> prepared, List<FileChange> changes) {
    static final String REPLACEMENT = ".new";
    static final String BEFORE = ".old";

    static final String FIRST = "falconer 1: the next run finishes or undoes the work of a killed run\n";
    private static final String PREPARED = "prepared";
    private static final String CHANGE = "change";
    private static final String END = "end\n";
    private static final String NONE = "-";

    Journal {
        prepared = List.copyOf(prepared);
        changes = List.copyOf(changes);
    }

    /** The line for a prepared file. */
    static String line(Path prepared) {
        return PREPARED + "\t" + prepared + "\n";
    }

    /** The lines of all changes, and the last one. */
    static String lines(List<FileChange> changes) {
        StringBuilder text = new StringBuilder();
        for (FileChange change : changes) {
            text.append(String.join(
                            "\t",
                            CHANGE,
                            change.target().toString(),
                            change.replacement().map(Path::toString).orElse(NONE),
                            change.before().map(Path::toString).orElse(NONE)))
                    .append('\n');
        }
        return text.append(END).toString();
    }

    /**
     * The content of {@code text}, limited to files that a transaction may have created, because a file of this name may come
     * from elsewhere.
     *
     * @param directory the real path of its directory
     */
    static Journal of(String text, Path directory) {
        List<Path> prepared = new ArrayList<>();
        List<FileChange> changes = new ArrayList<>();
        boolean isComplete = text.startsWith(FIRST) && text.endsWith("\n" + END);
        for (String line : text.startsWith(FIRST) ? text.lines().skip(1).toList() : List.<String>of()) {
            String[] fields = line.split("\t", -1);
            try {
                if (fields[0].equals(PREPARED) && fields.length == 2) {
                    Path path = Path.of(fields[1]);
                    if (isOurs(path, REPLACEMENT, directory) || isOurs(path, BEFORE, directory)) {
                        prepared.add(path);
                    }
                } else if (fields[0].equals(CHANGE) && fields.length == 4) {
                    FileChange change = new FileChange(Path.of(fields[1]), named(fields[2]), named(fields[3]));
                    isComplete &= isOurs(change, directory);
                    changes.add(change);
                }
            } catch (InvalidPathException e) {
                isComplete = false;
            }
        }
        return new Journal(prepared, isComplete ? changes : List.of());
    }

    private static Optional<Path> named(String field) {
        return field.equals(NONE) ? Optional.empty() : Optional.of(Path.of(field));
    }

    private static boolean isOurs(FileChange change, Path directory) {
        return isBelow(change.target(), directory)
                && change.replacement()
                        .map(path -> isBeside(path, change, REPLACEMENT))
                        .orElse(true)
                && change.before().map(path -> isBeside(path, change, BEFORE)).orElse(true);
    }

    private static boolean isBeside(Path file, FileChange change, String suffix) {
        return RandomName.is(file, suffix)
                && change.target().resolveSibling(file.getFileName()).equals(file);
    }

    private static boolean isOurs(Path file, String suffix, Path directory) {
        return RandomName.is(file, suffix) && isBelow(file, directory);
    }

    /** Whether a file is below the directory, with all links resolved. */
    private static boolean isBelow(Path file, Path directory) {
        try {
            return !file.isAbsolute()
                    && file.equals(file.normalize())
                    && !file.startsWith("..")
                    && file.getFileName() != null
                    && !file.toString().isEmpty()
                    && LinkTargets.parent(directory.resolve(file)).startsWith(directory);
        } catch (IOException gone) {
            return false;
        }
    }
}
