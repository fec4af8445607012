package io.falconer.cli;

import io.falconer.cli.file.KilledRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists what is below a directory: in alphabetical order, files before directories. What a killed run left half done there is
 * finished first.
 */
final class DirectorySearch {
    private DirectorySearch() {}

    /** Those that are files and {@code wanted}. */
    static List<Input> files(Path root, String name, int depth, Predicate<Path> wanted) {
        return all(root, name, depth, file -> isFile(file) && wanted.test(file));
    }

    /** Whatever is {@code wanted}. */
    static List<Input> all(Path root, String name, int depth, Predicate<Path> wanted) {
        KilledRuns.finish(root, name);
        Set<Path> traces = new HashSet<>();
        List<Input> found = list(root, name, depth, file -> {
            if (KilledRuns.isTrace(file)) {
                Optional.ofNullable(file.getParent()).ifPresent(traces::add);
            }
            return wanted.test(file);
        });
        boolean changed = false;
        for (Path directory : traces) {
            changed |= KilledRuns.finish(directory, name);
        }
        return changed ? list(root, name, depth, wanted) : found;
    }

    private static List<Input> list(Path root, String name, int depth, Predicate<Path> wanted) {
        boolean here = name.isEmpty() || name.equals(".");
        String prefix = here ? "" : name.endsWith("/") ? name : name + "/";
        try (Stream<Path> files = Files.walk(root, depth, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(wanted)
                    .sorted(DirectorySearch::filesFirst)
                    .map(file -> new Input(prefix + root.relativize(file), Optional.of(file)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw Inputs.missing(name, unsearchable(e.getCause()));
        } catch (IOException e) {
            throw Inputs.missing(name, unsearchable(e));
        }
    }

    private static String unsearchable(@Nullable IOException problem) {
        return switch (problem) {
            case FileSystemLoopException loop ->
                "the link " + loop.getFile() + " leads back to a directory that contains it";
            case AccessDeniedException denied -> "it cannot be searched: no permission for " + denied.getFile();
            case IOException other -> "it cannot be searched: " + other.getMessage();
            case null -> "it cannot be searched";
        };
    }

    /**
     * A file, or a broken link, so that reading it reports the problem. An editor's lock file, which is a broken link too, does
     * not count. Neither does a pipe, because opening it would wait for a writer.
     */
    static boolean isFile(Path file) {
        boolean gone = Files.isSymbolicLink(file) && !Files.exists(file);
        return Files.isRegularFile(file)
                || (gone && !file.getFileName().toString().startsWith(".#"));
    }

    /** Alphabetical order, the files of a directory before its subdirectories. Generated exceptions load in this order. */
    static int filesFirst(Path one, Path other) {
        int last = Math.min(one.getNameCount(), other.getNameCount()) - 1;
        int i = 0;
        while (i < last && one.getName(i).equals(other.getName(i))) {
            i++;
        }
        boolean oneEnds = i == one.getNameCount() - 1;
        boolean otherEnds = i == other.getNameCount() - 1;
        return oneEnds == otherEnds ? one.getName(i).compareTo(other.getName(i)) : Boolean.compare(otherEnds, oneEnds);
    }
}
