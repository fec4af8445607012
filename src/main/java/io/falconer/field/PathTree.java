package io.falconer.field;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Paths by their components, while they are collected. */
final class PathTree {
    private final Map<PathComponent, PathTree> children = new HashMap<>();
    private boolean complete;

    /** The tree of the paths that continue with {@code component}. */
    PathTree child(PathComponent component) {
        return children.computeIfAbsent(component, c -> new PathTree());
    }

    /** A path ends here. */
    void end() {
        complete = true;
    }

    /** The collected paths. If a path ends somewhere, longer paths add nothing. */
    PathNode node() {
        Map<String, PathNode> literals = new HashMap<>();
        Map<String, PathNode> globs = new TreeMap<>();
        if (!complete) {
            children.forEach(
                    (component, tree) -> (component.isGlob() ? globs : literals).put(component.octets(), tree.node()));
        }
        return new PathNode(complete, new SliceTable<>(literals), new PathGlobs(globs));
    }
}
