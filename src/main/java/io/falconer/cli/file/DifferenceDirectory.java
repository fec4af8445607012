package io.falconer.cli.file;

import io.falconer.generate.GeneratedFile;
import io.falconer.text.Diagnostic;
import io.falconer.text.PrintableText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory that {@code diff --counterexamples} writes. It is empty, or an earlier run wrote it. What the earlier run wrote does
 * not stay, because its suites would test differences that no longer exist.
 */
public final class DifferenceDirectory {
    private static final String EVENTS = "events";
    private static final List<String> SUITES = List.of("old/old_test.yaml", "new/new_test.yaml");
    private static final List<String> RULES = List.of("old/rules", "new/rules");
    private static final Pattern RULES_NAME = Pattern.compile("[0-9]+_rules\\.yaml");

    private final OutputPath root;

    public DifferenceDirectory(OutputPath root) {
        this.root = root;
    }

    /**
     * Writes all files or none, and deletes the other files of an earlier run with them. Returns the paths of these. A directory
     * that is not empty, and that no earlier run wrote, is an error ({@code foreign-file}), and so is a file in the way.
     */
    public List<String> write(List<GeneratedFile> files) {
        if (files.isEmpty() && !Files.isDirectory(root.path())) {
            return List.of();
        }
        try (Transaction transaction = Transaction.begin(root)) {
            requireOwn();
            files.forEach(file -> requireReplaceable(file.path()));
            Set<String> current = files.stream().map(GeneratedFile::path).collect(Collectors.toSet());
            List<String> leftover =
                    earlier().filter(path -> !current.contains(path)).toList();
            files.forEach(file -> transaction.put(file.path(), file.text()));
            leftover.forEach(transaction::delete);
            transaction.commit();
            return leftover;
        }
    }

    private void requireOwn() {
        boolean isOwn = SUITES.stream().anyMatch(path -> GeneratedFile.isDiff(text(path)));
        if (!isOwn && holdsFiles()) {
            throw new UnloadableException(Diagnostic.fileError(
                            "foreign-file",
                            PrintableText.shown(root.name()) + " is not empty, and falconer diff did not write it")
                    .withHint("name an empty directory, or one that an earlier run wrote"));
        }
    }

    private void requireReplaceable(String path) {
        if (Files.exists(root.path().resolve(path)) && !isGenerated(path)) {
            throw new UnloadableException(Diagnostic.fileError(
                            "foreign-file",
                            PrintableText.shown(root.resolve(path).name())
                                    + " exists already, and Falconer did not write it")
                    .withHint("rename it, or name another directory"));
        }
    }

    /** Empty directories do not count: they stay when a run finds no differences any more. */
    private boolean holdsFiles() {
        try (Stream<Path> all = Files.walk(root.path())) {
            return all.anyMatch(
                    path -> !Files.isDirectory(path) && !path.equals(root.path().resolve(JournalFile.NAME)));
        } catch (IOException e) {
            throw root.unwritable(e);
        } catch (UncheckedIOException e) {
            throw root.unwritable(new IOException(e));
        }
    }

    /** The files of an earlier run. Of the events, those that its suites name: a copy of one has another name. */
    private Stream<String> earlier() {
        List<String> suites = SUITES.stream().filter(this::isGenerated).toList();
        String tests = suites.stream().map(this::text).collect(Collectors.joining());
        Stream<String> events = names(EVENTS)
                .filter(name -> tests.contains("/" + EVENTS + "/" + name + "}"))
                .map(name -> EVENTS + "/" + name);
        Stream<String> rules = RULES.stream().flatMap(directory -> names(directory)
                .filter(name -> RULES_NAME.matcher(name).matches())
                .map(name -> directory + "/" + name));
        return Stream.of(suites.stream(), events, rules).flatMap(paths -> paths).filter(this::isGenerated);
    }

    private Stream<String> names(String directory) {
        Path path = root.path().resolve(directory);
        if (!Files.isDirectory(path)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw root.resolve(directory).unwritable(e);
        }
    }

    private boolean isGenerated(String path) {
        return GeneratedFile.isGenerated(text(path));
    }

    /** The text of a file, or an empty text if it is not text or cannot be read. Then Falconer did not write it. */
    private String text(String path) {
        try {
            Path file = root.path().resolve(path);
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
