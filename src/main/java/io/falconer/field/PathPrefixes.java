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
        paths.forEach(path -> add(Octets.of(path), tree));
        return new PathPrefixes(tree.node());
    }

    private static void add(String path, PathTree tree) {
        PathTree at = tree;
        for (int start = skipSlashes(path, 0); start < path.length(); ) {
            int end = componentEnd(path, start);
            at = at.child(path.substring(start, end));
            start = skipSlashes(path, end);
        }
        at.end();
    }

    /** Whether some path is a prefix of {@code value}. */
    public boolean matches(String value) {
        return root.matches(Octets.of(value), 0);
    }

    static int skipSlashes(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '/') {
            at++;
        }
        return at;
    }

    static int componentEnd(String text, int start) {
        int end = text.indexOf('/', start);
        return end < 0 ? text.length() : end;
    }
}
