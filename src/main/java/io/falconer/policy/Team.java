package io.falconer.policy;

import java.util.List;
import java.util.Optional;

/** Who may have exceptions of their own, and in which namespaces (globs, at least one). */
public record Team(String name, List<String> namespaces, Optional<String> owner) {
    public Team {
        namespaces = List.copyOf(namespaces);
    }
}
