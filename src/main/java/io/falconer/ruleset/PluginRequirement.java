package io.falconer.ruleset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plugin that rules files require, or others that may stand in for it (section 1.3). */
record PluginRequirement(List<Alternative> alternatives) {
    PluginRequirement {
        alternatives = List.copyOf(alternatives);
    }

    /** One plugin that would do; {@code text} is the version as it was written. */
    record Alternative(String name, String text, Version version) {}

    /** What is wrong if {@code plugins} are loaded. */
    Optional<String> unsatisfied(Map<String, Version> plugins) {
        for (Alternative alternative : alternatives) {
            Optional<Version> loaded = Optional.ofNullable(plugins.get(alternative.name()));
            if (loaded.isPresent()) {
                return loaded.get().serves(alternative.version())
                        ? Optional.empty()
                        : Optional.of("Plugin '" + alternative.name() + "' version '" + loaded.get()
                                + "' is not compatible with required plugin version '" + alternative.text() + "'");
            }
        }
        return Optional.of("Plugin requirement not satisfied, must load one of: "
                + alternatives.stream()
                        .map(a -> a.name() + " (>= " + a.text() + ")")
                        .collect(Collectors.joining(", ")));
    }
}
