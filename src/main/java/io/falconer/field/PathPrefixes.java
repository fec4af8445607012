package io.falconer.field;

/**
 * The paths of {@code pmatch}: one matches a value whose leading components equal its own, or match them as globs where
 * they hold one of {@code ? * [} (section 3.3). Empty components do not count. Every path is tried, whatever the others
 * are; Falco's dependence on the order of a hash table is not copied.
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

    /** Whether some path is a prefix of {@code value}. */
    public boolean matches(String value) {
        return root.matches(Octets.of(value), 0);
    }
}
