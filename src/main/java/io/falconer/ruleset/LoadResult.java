package io.falconer.ruleset;

import java.util.List;
import java.util.Optional;

/**
 * What loading one rules file gave (section 1.5).
 *
 * @param name the file's name
 * @param errors at most one
 * @param warnings in the order in which Falco reports them
 * @param pluginError why the plugins that the files so far require are not there; Falco then stops with this message
 *     instead of a load result
 */
public record LoadResult(String name, List<LoadIssue> errors, List<LoadIssue> warnings, Optional<String> pluginError) {
    public LoadResult {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Whether the file's rules are in force. */
    public boolean successful() {
        return errors.isEmpty() && pluginError.isEmpty();
    }
}
