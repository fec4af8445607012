package io.falconer.policy;

import java.util.List;
import java.util.Optional;

/** A team that may have its own exceptions, and its namespaces (globs, at least one). */
public record Team(String name, List<String> namespaces, Optional<String> owner) {
    public Team {
        namespaces = List.copyOf(namespaces);
    }
}
