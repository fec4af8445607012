package io.falconer.ruleset;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plugin that rules files require, or its alternatives (section 1.3).
 *
 * @param location the entry that requires it
 */
record PluginRequirement(List<Alternative> alternatives, Location location) {
    PluginRequirement {
        alternatives = List.copyOf(alternatives);
    }

    /** One plugin that satisfies the requirement; {@code text} is the version as written. */
    record Alternative(String name, String text, Version version) {}

    /** The error if {@code plugins} are loaded, in Falco's words. */
    Optional<Diagnostic> unsatisfied(Map<String, Version> plugins) {
        for (Alternative alternative : alternatives) {
            Optional<Version> loaded = Optional.ofNullable(plugins.get(alternative.name()));
            if (loaded.isPresent()) {
                return loaded.get().serves(alternative.version())
                        ? Optional.empty()
                        : Optional.of(problem(
                                "Plugin '" + alternative.name() + "' version '" + loaded.get()
                                        + "' is not compatible with required plugin version '" + alternative.text()
                                        + "'",
                                alternative));
            }
        }
        return Optional.of(problem(
                "Plugin requirement not satisfied, must load one of: "
                        + alternatives.stream()
                                .map(a -> a.name() + " (>= " + a.text() + ")")
                                .collect(Collectors.joining(", ")),
                alternatives.getFirst()));
    }

    private Diagnostic problem(String message, Alternative wanted) {
        return Diagnostic.error("plugin-version", message, location)
                .withHint("if Falco has it, declare it with --plugins " + wanted.name() + ":" + wanted.version()
                        + "; declared plugins replace the default ones");
    }
}
