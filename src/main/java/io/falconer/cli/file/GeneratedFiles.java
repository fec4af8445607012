package io.falconer.cli.file;

import io.falconer.generate.Bundle;
import io.falconer.generate.GeneratedFile;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.PrintableText;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.text.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The files of a run. They are all written or none is, or they are compared with the existing files. */
public final class GeneratedFiles {
    private static final int SHOWN = 12;
    private static final int LONGEST = 200;

    private final OutputPath root;
    private final List<GeneratedFile> files;

    /** Files with paths below {@code root}. */
    public GeneratedFiles(OutputPath root, List<GeneratedFile> files) {
        this.root = root;
        this.files = List.copyOf(files);
    }

    /** Writes all files or none, and deletes the leftovers of bundles with them. Returns the paths of the leftovers. */
    public List<String> write(List<Bundle> bundles) {
        try (Transaction transaction = Transaction.begin(root)) {
            files.forEach(this::requireReplaceable);
            List<String> leftover = LeftoverFiles.below(root, bundles);
            files.forEach(file -> transaction.put(file.path(), file.text()));
            leftover.forEach(transaction::delete);
            transaction.commit();
            return leftover;
        }
    }

    /**
     * Writes all files or none, over files that the caller knows to be its own. Deletes with them those of {@code outdated} that
     * it does not write, and returns their paths.
     */
    public List<String> replace(List<String> outdated) {
        Set<String> written = files.stream().map(GeneratedFile::path).collect(Collectors.toSet());
        List<String> deleted =
                outdated.stream().filter(file -> !written.contains(file)).toList();
        try (Transaction transaction = Transaction.begin(root)) {
            files.forEach(file -> transaction.put(file.path(), file.text()));
            deleted.forEach(transaction::delete);
            transaction.commit();
            return deleted;
        }
    }

    /** A suite or exceptions that a person wrote may have the same name. They must not be lost. */
    private void requireReplaceable(GeneratedFile file) {
        boolean foreign = (file.path().endsWith("_test.yaml") || file.path().endsWith("_exceptions.yaml"))
                && read(root.path().resolve(file.path()))
                        .filter(text -> !GeneratedFile.isGenerated(text) || GeneratedFile.isCover(text))
                        .isPresent();
        if (foreign) {
            throw new UnloadableException(Diagnostic.fileError(
                            "foreign-file",
                            root.resolve(file.path()).name() + " exists already, and Falconer did not write it")
                    .withHint("rename it, or write to another directory with -d"));
        }
    }

    /** How the existing files differ, or an empty text if they do not. It shows the first lines of each difference. */
    public String difference(Style style) {
        StringBuilder text = new StringBuilder();
        for (GeneratedFile file : files) {
            Optional<String> there = read(root.path().resolve(file.path()));
            if (there.isEmpty()) {
                text.append(style.bold(file.path())).append(": missing\n");
            } else if (!there.get().equals(file.text())) {
                text.append(style.bold(file.path())).append(": differs\n");
                lines(there.get(), file.text(), style, text);
            }
        }
        return text.toString();
    }

    /** The number of files. */
    public int count() {
        return files.size();
    }

    /** An error ({@code outdated-file}) for each file that is missing or differs, at the first line that differs. */
    public List<Diagnostic> outdated() {
        List<Diagnostic> outdated = new ArrayList<>();
        for (GeneratedFile file : files) {
            String name = root.resolve(file.path()).name();
            Optional<String> there = read(root.path().resolve(file.path()));
            if (there.isEmpty()) {
                outdated.add(outdated(name, "", file.path() + " is missing", 0));
            } else if (!there.get().equals(file.text())) {
                int common = shared(there.get(), file.text());
                outdated.add(outdated(name, there.get(), file.path() + " is not up to date", common));
            }
        }
        return outdated;
    }

    /** An error at an offset of a file. */
    public static Diagnostic outdated(String name, String text, String message, int offset) {
        return Diagnostic.error("outdated-file", message, new Location(SourceFile.of(name, text), Span.at(offset)))
                .withHint("run the same command without --check");
    }

    /** The length of the common beginning of two texts. */
    private static int shared(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    /** The lines between the common beginning and the common end. */
    private static void lines(String before, String after, Style style, StringBuilder text) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int start = 0;
        while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
            start++;
        }
        int oldEnd = old.size();
        int nowEnd = now.size();
        while (oldEnd > start && nowEnd > start && old.get(oldEnd - 1).equals(now.get(nowEnd - 1))) {
            oldEnd--;
            nowEnd--;
        }
        text.append(style.cyan("  @@ line " + (start + 1))).append('\n');
        shown(old.subList(start, oldEnd), "-", text, style::red);
        shown(now.subList(start, nowEnd), "+", text, style::green);
    }

    /** Events are lines of thousands of characters. */
    private static String cut(String line) {
        return PrintableText.shown(line.length() > LONGEST ? line.substring(0, LONGEST - 3) + "..." : line);
    }

    private static void shown(List<String> lines, String sign, StringBuilder text, UnaryOperator<String> colour) {
        lines.stream().limit(SHOWN).map(GeneratedFiles::cut).forEach(line -> text.append(
                        colour.apply("  " + sign + " " + line))
                .append('\n'));
        if (lines.size() > SHOWN) {
            text.append("  ")
                    .append(sign)
                    .append(" ... ")
                    .append(lines.size() - SHOWN)
                    .append(" more lines\n");
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
