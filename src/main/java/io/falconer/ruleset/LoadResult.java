package io.falconer.ruleset;

import io.falconer.text.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of loading one rules file (section 1.5).
 *
 * @param name the file's name
 * @param errors at most one
 * @param warnings in the order in which Falco reports them
 * @param pluginError why plugins that the files so far require are missing; Falco then stops with its message instead of a
 *     load result
 */
public record LoadResult(
        String name, List<LoadIssue> errors, List<LoadIssue> warnings, Optional<Diagnostic> pluginError) {
    public LoadResult {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** The result of a file at which Falco stops. It does not say what else it found. */
    static LoadResult stopped(String name, Diagnostic pluginError) {
        return new LoadResult(name, List.of(), List.of(), Optional.of(pluginError));
    }

    /** Whether the file's rules are in force. */
    public boolean successful() {
        return errors.isEmpty() && pluginError.isEmpty();
    }

    /** Why the file's rules are not in force; empty if they are. */
    public List<Diagnostic> problems() {
        return Stream.concat(errors.stream().map(LoadIssue::diagnostic), pluginError.stream())
                .toList();
    }
}
