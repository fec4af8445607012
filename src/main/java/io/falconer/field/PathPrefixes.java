package io.falconer.field;

/**
 * The paths of {@code pmatch}. A path matches a value whose leading components equal its own, or match them as globs if they
 * contain one of {@code ? * [} (section 3.3). Empty components do not count. Every path is tried, whatever the others are.
 * Falco depends on the order of a hash table here; Falconer does not copy this.
 */
public final class PathPrefixes {
    private final PathNode root;

    private PathPrefixes(PathNode root) {
        this.root = root;
    }

    public static PathPrefixes of(Iterable<String> paths) {
        PathTree tree = new PathTree();
        for (String path : paths) {
            PathTree at = tree;
            for (PathComponent component : PathComponent.split(path)) {
                at = at.child(component);
            }
            at.end();
        }
        return new PathPrefixes(tree.node());
    }

    /** Whether a path is a prefix of {@code value}. */
    public boolean matches(String value) {
        return root.matches(Octets.of(value), 0);
    }
}
