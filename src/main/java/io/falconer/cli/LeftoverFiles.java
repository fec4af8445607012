package io.falconer.cli;

import io.falconer.generate.Bundle;
import io.falconer.generate.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Exceptions of an earlier run that the policy no longer makes: theirs expired, or their team is gone. They must not stay,
 * for Falco would load them and keep silent about what nobody excepts any more.
 */
final class LeftoverFiles {
    private LeftoverFiles() {}

    /** Their paths below {@code root}, in order. Files that Falconer did not write are never among them. */
    static List<String> below(Path root, List<Bundle> bundles) {
        List<String> leftover = new ArrayList<>();
        for (Bundle bundle : bundles) {
            Set<String> current =
                    bundle.files().stream().map(GeneratedFile::path).collect(Collectors.toSet());
            for (String path : filesIn(root, bundle.exceptionsDirectory())) {
                if (!current.contains(path) && isGenerated(root.resolve(path))) {
                    leftover.add(path);
                }
            }
        }
        return leftover;
    }

    /** Deletes them. */
    static void delete(Path root, List<String> leftover) {
        for (String path : leftover) {
            try {
                Files.deleteIfExists(root.resolve(path));
            } catch (IOException e) {
                throw WholeFile.unwritable(root.resolve(path), e);
            }
        }
    }

    private static List<String> filesIn(Path root, String directory) {
        if (!Files.isDirectory(root.resolve(directory))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root.resolve(directory))) {
            return files.map(file -> directory + "/" + file.getFileName())
                    .filter(path -> path.endsWith("_rules.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw WholeFile.unwritable(root.resolve(directory), e);
        }
    }

    private static boolean isGenerated(Path file) {
        try {
            return Files.isRegularFile(file) && GeneratedFile.isGenerated(Files.readString(file));
        } catch (IOException e) {
            return false;
        }
    }
}
