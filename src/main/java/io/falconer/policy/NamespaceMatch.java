package io.falconer.policy;

import java.util.List;

/**
 * The namespaces that a policy applies to, as globs ({@code *}, {@code ?}, {@code [a-z]}).
 *
 * @param include at least one of these must match; empty means all namespaces
 * @param exclude none of these may match
 */
public record NamespaceMatch(List<String> include, List<String> exclude) {
    /** Every namespace. */
    public static final NamespaceMatch ALL = new NamespaceMatch(List.of(), List.of());

    public NamespaceMatch {
        include = include.contains("*") ? List.of() : List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Whether the policy applies to every namespace. */
    public boolean matchesAll() {
        return include.isEmpty() && exclude.isEmpty();
    }

    /** Whether the policy applies to the namespace. */
    public boolean matches(String namespace) {
        return (include.isEmpty() || anyMatches(include, namespace)) && !anyMatches(exclude, namespace);
    }

    /** Whether one of {@code globs} matches the namespace. */
    public static boolean anyMatches(List<String> globs, String namespace) {
        return globs.stream().anyMatch(glob -> Namespaces.matches(glob, namespace));
    }
}
