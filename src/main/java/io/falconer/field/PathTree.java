package io.falconer.field;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Paths by their components, while they are being collected. */
final class PathTree {
    private final Map<String, PathTree> children = new HashMap<>();
    private boolean complete;

    /** The tree of the paths that go on with {@code component}. */
    PathTree child(String component) {
        return children.computeIfAbsent(component, c -> new PathTree());
    }

    /** A path ends here. */
    void end() {
        complete = true;
    }

    /** What was collected; where a path ends, longer ones say nothing more. */
    PathNode node() {
        Map<String, PathNode> literals = new HashMap<>();
        Map<String, PathNode> globs = new TreeMap<>();
        if (!complete) {
            children.forEach((component, tree) -> (isGlob(component) ? globs : literals).put(component, tree.node()));
        }
        return new PathNode(complete, new SliceTable<>(literals), new PathGlobs(globs));
    }

    private static boolean isGlob(String component) {
        return component.chars().anyMatch(c -> c == '?' || c == '*' || c == '[');
    }
}
