package io.falconer.cli;

import io.falconer.policy.PolicyReader;
import io.falconer.suite.SuiteReader;
import io.falconer.text.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the inputs that arguments name: files, directories (searched through in alphabetical order, files before
 * directories), globs, and {@code -} for standard input.
 */
final class Inputs {
    /** Which files of directories count, by their endings; {@code .gz} may follow. */
    enum Kind {
        RULES("ya?ml", ".yaml or .yml"),
        MANIFESTS("ya?ml|json"),
        EVENTS("jsonl?|ndjson|log", ".json, .jsonl, .ndjson or .log"),
        POLICIES("ya?ml"),
        SUITES("ya?ml"),
        /** Suites, and policies in which tests stand. */
        TESTS("ya?ml");

        private final String endings;
        /** What a directory must hold in words, where one without is a mistake. */
        private final Optional<String> wanted;

        Kind(String endings) {
            this.endings = endings;
            this.wanted = Optional.empty();
        }

        Kind(String endings, String wanted) {
            this.endings = endings;
            this.wanted = Optional.of(wanted);
        }

        boolean holds(Path file) {
            String name = file.getFileName().toString();
            boolean fits = name.matches(".*\\.(" + endings + ")(\\.gz)?");
            boolean suite = name.matches(".*_test\\.[^.]+(\\.gz)?");
            return switch (this) {
                case SUITES -> fits && suite;
                case TESTS -> fits && (suite || (mentions(file, PolicyReader.KIND) && mentions(file, "\ntests:")));
                case POLICIES -> fits && !suite && mentions(file, PolicyReader.KIND);
                case RULES -> fits && !(suite && mentions(file, SuiteReader.KIND));
                case MANIFESTS, EVENTS -> fits;
            };
        }

        boolean isReadOnce() {
            return this == POLICIES || this == SUITES || this == TESTS;
        }

        /** Policies live among rules and manifests, rules among suites. */
        private static boolean mentions(Path file, String kind) {
            try {
                return Files.readString(file, StandardCharsets.ISO_8859_1).contains(kind);
            } catch (IOException e) {
                return true;
            }
        }
    }

    private static final Pattern MAGIC = Pattern.compile("[*?\\[{]");
    private static final int DEEPEST = 64;

    private final Environment environment;

    Inputs(Environment environment) {
        this.environment = environment;
    }

    /**
     * All inputs in the order of the arguments. An argument that names nothing is an error. Policies and suites that are
     * named twice are read once; rules and events count as often as they are named.
     */
    List<Input> find(List<String> arguments, Kind kind) {
        List<Input> inputs = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (String argument : arguments) {
            for (Input input : find(argument, kind)) {
                boolean known = kind.isReadOnce()
                        && input.path()
                                .filter(path -> !seen.add(path.normalize()))
                                .isPresent();
                if (!known) {
                    inputs.add(input);
                }
            }
        }
        return List.copyOf(inputs);
    }

    /** The files of one directory itself. */
    static List<Input> in(Path directory, String name, Kind kind) {
        return below(directory, name, 1, kind::holds);
    }

    private List<Input> find(String argument, Kind kind) {
        if (argument.equals(Input.STANDARD)) {
            return List.of(new Input(argument, Optional.empty()));
        }
        Path path;
        try {
            path = environment.directory().resolve(argument);
        } catch (InvalidPathException e) {
            throw missing(argument, "this is no path");
        }
        if (Files.isDirectory(path)) {
            List<Input> found = below(path, argument, DEEPEST, kind::holds);
            if (found.isEmpty() && kind.wanted.isPresent()) {
                throw missing(argument, "nothing in it ends in " + kind.wanted.get());
            }
            return found;
        }
        if (Files.exists(path)) {
            return List.of(new Input(argument, Optional.of(path)));
        }
        if (!MAGIC.matcher(argument).find()) {
            throw missing(argument, "there is no such file");
        }
        return matching(argument);
    }

    /** The files that a glob matches. Shells expand most globs themselves; those that are quoted come here. */
    private List<Input> matching(String glob) {
        int magic = MAGIC.matcher(glob).results().findFirst().orElseThrow().start();
        String fixed = glob.substring(0, glob.lastIndexOf('/', magic) + 1);
        Path root = environment.directory().resolve(fixed);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob.substring(fixed.length()));
        List<Input> found = Files.isDirectory(root)
                ? below(root, fixed, DEEPEST, file -> matcher.matches(root.relativize(file)))
                : List.of();
        if (found.isEmpty()) {
            throw missing(glob, "nothing matches it");
        }
        return found;
    }

    private static List<Input> below(Path root, String name, int depth, Predicate<Path> wanted) {
        boolean here = name.isEmpty() || name.equals(".");
        String prefix = here ? "" : name.endsWith("/") ? name : name + "/";
        try (Stream<Path> files = Files.walk(root, depth, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> wanted.test(file) && Files.isRegularFile(file))
                    .sorted(Inputs::filesFirst)
                    .map(file -> new Input(prefix + root.relativize(file), Optional.of(file)))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            boolean loop = e.getCause() instanceof FileSystemLoopException || e instanceof FileSystemLoopException;
            throw missing(name, loop ? "a link in it leads back into it" : "it cannot be searched: " + e.getMessage());
        }
    }

    /** Alphabetical, a directory's files before what is below it: the order in which generated exceptions load. */
    private static int filesFirst(Path one, Path other) {
        int last = Math.min(one.getNameCount(), other.getNameCount()) - 1;
        int i = 0;
        while (i < last && one.getName(i).equals(other.getName(i))) {
            i++;
        }
        boolean oneEnds = i == one.getNameCount() - 1;
        boolean otherEnds = i == other.getNameCount() - 1;
        return oneEnds == otherEnds ? one.getName(i).compareTo(other.getName(i)) : Boolean.compare(otherEnds, oneEnds);
    }

    private static UnloadableException missing(String argument, String why) {
        return new UnloadableException(Diagnostic.fileError("unreadable", "cannot read " + argument + ": " + why));
    }
}
