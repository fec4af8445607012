package io.falconer.field;

import org.jspecify.annotations.Nullable;

/**
 * The paths that continue from one place.
 *
 * @param complete whether a path ends here
 * @param literals the next nodes after literal components
 * @param globs the next nodes after components that match
 */
record PathNode(boolean complete, SliceTable<PathNode> literals, PathGlobs globs) {
    /** Whether a path from here is a prefix of what follows {@code at}. */
    boolean matches(String octets, int at) {
        if (complete) {
            return true;
        }
        int start = PathComponent.skipSlashes(octets, at);
        int end = PathComponent.end(octets, start);
        if (start == end) {
            return false;
        }
        @Nullable PathNode literal = literals.find(octets, start, end);
        return (literal != null && literal.matches(octets, end)) || globs.match(octets, start, end);
    }
}
