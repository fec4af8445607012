package io.falconer.suite;

import io.falconer.event.manifest.AuditEvents;
import io.falconer.event.manifest.AuditOptions;
import io.falconer.event.manifest.Manifests;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import io.falconer.yaml.RulesYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files that suites name. Each file is read once, however many tests and releases of Falco need it at the same time. */
public final class ReferencedFiles {
    private final Path directory;
    private final Map<Path, Outcome<SourceFile>> texts = new ConcurrentHashMap<>();
    private final Map<Path, Outcome<SourceFile>> rules = new ConcurrentHashMap<>();
    private final Map<Submission, Outcome<List<String>>> submissions = new ConcurrentHashMap<>();

    /** Resolves relative paths against {@code directory}. */
    public ReferencedFiles(Path directory) {
        this.directory = directory;
    }

    /** The file's text. A file that cannot be read is reported at the place where the suite names it. */
    Outcome<SourceFile> read(FileRef file) {
        return file.resolved()
                .map(path ->
                        located(texts.computeIfAbsent(path, p -> TextFile.read(name(p), directory.resolve(p))), file))
                .orElseGet(() -> notAPath(file));
    }

    /** The text of a rules file, in whatever encoding Falco reads it; otherwise as {@link #read}. */
    Outcome<SourceFile> rules(FileRef file) {
        return file.resolved()
                .map(path -> located(rules.computeIfAbsent(path, this::decoded), file))
                .orElseGet(() -> notAPath(file));
    }

    private Outcome<SourceFile> decoded(Path path) {
        return TextFile.read(name(path), () -> Files.newInputStream(directory.resolve(path)), RulesYaml::decode);
    }

    private static Outcome<SourceFile> notAPath(FileRef file) {
        return Outcome.failed(Diagnostic.error(
                "unreadable", "cannot read \"" + file.path() + "\": this is not a path", file.location()));
    }

    private static Outcome<SourceFile> located(Outcome<SourceFile> read, FileRef file) {
        if (read.value().isPresent()) {
            return read;
        }
        return Outcome.failed(read.diagnostics().stream()
                .map(d -> d.location().isPresent()
                        ? d
                        : new Diagnostic(
                                d.severity(), d.code(), d.message(), Optional.of(file.location()), List.of(), d.hint()))
                .toList());
    }

    /** The audit events of requests that send a manifest's objects to an API server, each as one line of JSON. */
    Outcome<List<String>> submitted(SourceFile manifest, AuditOptions options) {
        return submissions.computeIfAbsent(new Submission(manifest, options), s -> Manifests.read(s.manifest())
                .map(objects -> AuditEvents.of(objects, s.options())));
    }

    /** A manifest and how it is sent. The events are the same wherever a suite names it. */
    private record Submission(SourceFile manifest, AuditOptions options) {}

    private static String name(Path path) {
        return path.toString().isEmpty() ? "." : path.toString();
    }
}
