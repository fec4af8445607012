package io.falconer.cli.file;

import io.falconer.generate.GeneratedFile;
import io.falconer.text.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that are added to existing ones and never overwrite them. */
public final class NewFiles {
    private final OutputPath root;

    /** Files below {@code root}. */
    public NewFiles(OutputPath root) {
        this.root = root;
    }

    /** Writes the files that do not exist yet, all or none, and returns them. A file with different content is an error. */
    public List<GeneratedFile> write(List<GeneratedFile> files) {
        Transaction.recover(root);
        Set<Path> inTheWay = new LinkedHashSet<>();
        List<GeneratedFile> missing = new ArrayList<>();
        for (GeneratedFile file : files) {
            Path path = root.path().resolve(file.path());
            Optional<Path> instead = noDirectory(path);
            instead.ifPresent(inTheWay::add);
            if (instead.isEmpty() && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                missing.add(file);
            } else if (instead.isEmpty() && !holds(path, file.text())) {
                inTheWay.add(path);
            }
        }
        if (!inTheWay.isEmpty()) {
            throw new UnloadableException(inTheWay.stream().map(this::problem).toList());
        }
        if (!missing.isEmpty()) {
            new GeneratedFiles(root, missing).write(List.of());
        }
        return List.copyOf(missing);
    }

    /** What exists where a directory is required, but is not a directory. */
    private static Optional<Path> noDirectory(Path path) {
        for (Path each = path.getParent(); each != null; each = each.getParent()) {
            if (Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
                return Files.isDirectory(each) ? Optional.empty() : Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Path path, String text) {
        try {
            return Files.isRegularFile(path)
                    && Arrays.equals(Files.readAllBytes(path), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return false;
        }
    }

    private Diagnostic problem(Path path) {
        Path directory = root.path();
        String name = path.startsWith(directory) && !path.equals(directory)
                ? root.resolve(directory.relativize(path).toString()).name()
                : root.withoutSlash();
        return Diagnostic.fileError(
                        "file-exists", name + " is in the way: its content differs from what init would write")
                .withHint("nothing was written; move the file away, or name another directory");
    }
}
