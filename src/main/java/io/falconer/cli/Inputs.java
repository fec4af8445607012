package io.falconer.cli;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.falconer.cli.file.KilledRuns;
import io.falconer.cli.file.UnloadableException;
import io.falconer.policy.PolicyReader;
import io.falconer.suite.SuiteReader;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the inputs that arguments name: files, directories (searched in alphabetical order, files before directories), globs,
 * and {@code -} for standard input.
 */
final class Inputs {
    /** Which files of directories count, by their extensions; {@code .gz} may follow. */
    enum Kind {
        RULES("ya?ml", ".yaml or .yml"),
        MANIFESTS("ya?ml|json"),
        /** Rotated logs too: a number or a time follows the ending, as in audit.log.1 and audit.log-20260301. */
        EVENTS("(jsonl?|ndjson|log)([.-][0-9][0-9TZ:._-]*)?", ".json, .jsonl, .ndjson or .log"),
        POLICIES("ya?ml"),
        SUITES("ya?ml"),
        /** Suites, and policies that contain tests. */
        TESTS("ya?ml");

        private final String endings;
        /** What a directory must contain, in words, if a directory without it is a mistake. */
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
                case TESTS -> fits && (suite || isTested(file));
                case POLICIES -> fits && !suite && mentions(file, PolicyReader.KIND);
                case RULES -> fits && !(suite && mentions(file, SuiteReader.KIND));
                case MANIFESTS, EVENTS -> fits;
            };
        }

        boolean isReadOnce() {
            return this == POLICIES || this == SUITES || this == TESTS;
        }

        /** Policies are often next to rules and manifests, and rules next to suites. */
        private static boolean mentions(Path file, String kind) {
            return says(file, text -> text.text().contains(kind));
        }

        /** Whether a policy contains tests. True if the file cannot be read as YAML, because then it may. */
        private static boolean isTested(Path file) {
            return says(
                    file,
                    text -> text.text().contains(PolicyReader.KIND)
                            && SuiteReader.ofPolicies(text)
                                    .value()
                                    .map(suites -> !suites.isEmpty())
                                    .orElse(true));
        }

        /**
         * Tests the text of a file. A file that is not text gives false. A file that cannot be read gives true, so that reading
         * it reports the problem.
         */
        private static boolean says(Path file, Predicate<SourceFile> what) {
            Outcome<SourceFile> text = TextFile.read(file.toString(), file);
            boolean foreign = text.diagnostics().stream().anyMatch(d -> d.code().equals("not-utf-8"));
            return text.value().map(what::test).orElse(!foreign);
        }
    }

    private static final Pattern MAGIC = Pattern.compile("[*?\\[{]");
    private static final int DEEPEST = 64;

    private final Environment environment;

    Inputs(Environment environment) {
        this.environment = environment;
    }

    /**
     * All inputs in the order of the arguments. An argument that names nothing is an error. Policies and suites that are named
     * twice are read once; rules and events are read each time.
     */
    List<Input> find(List<String> arguments, Kind kind) {
        List<Input> inputs = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (String argument : arguments) {
            for (Input input : find(argument, kind)) {
                Path path = input.path().map(Path::normalize).orElse(Path.of(Input.STANDARD));
                boolean known = kind.isReadOnce() && !seen.add(path);
                if (!known) {
                    inputs.add(input);
                }
            }
        }
        return List.copyOf(inputs);
    }

    /** The files in directories among the arguments that are not inputs of this kind, without hidden ones. */
    List<String> unread(List<String> arguments, Kind kind) {
        List<String> unread = new ArrayList<>();
        for (String argument : arguments) {
            environment
                    .path(argument)
                    .filter(path -> !argument.equals(Input.STANDARD) && Files.isDirectory(path))
                    .ifPresent(path -> DirectorySearch.all(path, argument, DEEPEST, file -> isLeftOut(path, file, kind))
                            .forEach(input -> unread.add(input.name())));
        }
        return List.copyOf(unread);
    }

    private static boolean isLeftOut(Path root, Path file, Kind kind) {
        for (Path name : root.relativize(file)) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return !Files.isDirectory(file) && !(DirectorySearch.isFile(file) && kind.holds(file));
    }

    /** The files directly in one directory. */
    static List<Input> in(Path directory, String name, Kind kind) {
        return DirectorySearch.files(directory, name, 1, kind::holds);
    }

    private List<Input> find(String argument, Kind kind) {
        if (argument.equals(Input.STANDARD)) {
            return List.of(new Input(argument, Optional.empty()));
        }
        if (argument.isEmpty()) {
            throw missing("\"\"", "an argument is empty");
        }
        Path path = environment.path(argument).orElseThrow(() -> missing(argument, "this is not a path"));
        KilledRuns.finish(path, argument);
        if (Files.isDirectory(path)) {
            List<Input> found = DirectorySearch.files(path, argument, DEEPEST, kind::holds);
            if (found.isEmpty() && kind.wanted.isPresent()) {
                throw missing(argument, "it has no file that ends in " + kind.wanted.get());
            }
            return found;
        }
        if (Files.exists(path)) {
            return List.of(new Input(argument, Optional.of(path)));
        }
        if (!MAGIC.matcher(argument).find()) {
            throw missing(argument, "the file does not exist");
        }
        return matching(argument);
    }

    /** The files that a glob matches. Shells expand most globs themselves; quoted globs come here. */
    private List<Input> matching(String glob) {
        Matcher magic = MAGIC.matcher(glob);
        int first = magic.find() ? magic.start() : 0;
        String fixed = glob.substring(0, glob.lastIndexOf('/', first) + 1);
        Path root = environment.directory().resolve(fixed);
        Pattern wanted = FileGlob.pattern(glob.substring(fixed.length()))
                .orElseThrow(() -> missing(glob, "the file does not exist, and the name is not a glob"));
        List<Input> found = Files.isDirectory(root)
                ? DirectorySearch.files(
                        root, fixed, DEEPEST, file -> wanted.matches(FileGlob.path(root.relativize(file))))
                : List.of();
        if (found.isEmpty()) {
            throw missing(glob, "no file matches");
        }
        return found;
    }

    /** An argument that cannot be read, and why. */
    static UnloadableException missing(String argument, String why) {
        return new UnloadableException(Diagnostic.fileError("unreadable", "cannot read " + argument + ": " + why));
    }
}
