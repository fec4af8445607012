package io.falconer.cli.file;

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
 * Files of an earlier run that the policy no longer produces. Exceptions that expired, or whose team no longer exists, must not
 * stay, because Falco would load them and stay silent where nothing is excepted any more. Rules must not stay, because Falco
 * would load them, too: those of a source that the policy no longer has rules for, and those of all sources in one file, as
 * Falconer wrote them before it wrote one for each source. Fixtures of removed rules have no use.
 */
public final class LeftoverFiles {
    private LeftoverFiles() {}

    /** Their paths below {@code root}, in order. They never include files that Falconer did not write. */
    public static List<String> below(OutputPath root, List<Bundle> bundles) {
        List<String> leftover = new ArrayList<>();
        for (Bundle bundle : bundles) {
            Set<String> current =
                    bundle.files().stream().map(GeneratedFile::path).collect(Collectors.toSet());
            Stream<String> exceptions = filesIn(root, bundle.exceptionsDirectory()).stream();
            Stream.of(bundle.rulesPaths().stream(), exceptions, proofs(root, bundle))
                    .flatMap(paths -> paths)
                    .filter(path ->
                            !current.contains(path) && isGenerated(root.path().resolve(path)))
                    .forEach(leftover::add);
        }
        return leftover;
    }

    /** The existing suite, and the fixtures that it names. A copy of a fixture has another name. */
    private static Stream<String> proofs(OutputPath root, Bundle bundle) {
        Path suite = root.path().resolve(bundle.suitePath());
        String text = read(suite);
        if (!isGenerated(suite) || GeneratedFile.isCover(text)) {
            return Stream.of();
        }
        Stream<String> fixtures = filesIn(root, bundle.fixturesDirectory()).stream()
                .filter(path -> text.contains("/" + path.substring(path.lastIndexOf('/') + 1) + "}"));
        return Stream.concat(Stream.of(bundle.suitePath()), fixtures);
    }

    private static List<String> filesIn(OutputPath root, String directory) {
        Path path = root.path().resolve(directory);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> directory + "/" + file.getFileName())
                    .filter(LeftoverFiles::isNamedLikeOurs)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw root.resolve(directory).unwritable(e);
        }
    }

    private static boolean isNamedLikeOurs(String path) {
        return path.endsWith("_rules.yaml") || path.endsWith("_fires.jsonl") || path.endsWith("_silent.jsonl");
    }

    private static boolean isGenerated(Path file) {
        return Files.isRegularFile(file) && GeneratedFile.isGenerated(read(file));
    }

    /** The text of a file, or an empty text if it is not text or cannot be read. Then Falconer did not write it. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
