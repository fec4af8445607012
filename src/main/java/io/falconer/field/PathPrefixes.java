package io.falconer.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The paths of {@code pmatch}: one matches a value whose leading components equal its own, or match them as globs where
 * they hold one of {@code ? * [} (section 3.3). Empty components do not count. Every path is tried, whatever the others
 * are; Falco's dependence on the order of a hash table is not copied.
 */
public final class PathPrefixes {
    private final List<List<Component>> paths;

    private PathPrefixes(List<List<Component>> paths) {
        this.paths = paths;
    }

    public static PathPrefixes of(List<String> paths) {
        return new PathPrefixes(paths.stream().map(PathPrefixes::components).toList());
    }

    /** Whether some path is a prefix of {@code value}. */
    public boolean matches(String value) {
        String octets = Octets.of(value);
        for (List<Component> path : paths) {
            if (isPrefix(path, octets)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrefix(List<Component> path, String octets) {
        int at = 0;
        for (int i = 0; i < path.size(); i++) {
            int start = skipSlashes(octets, at);
            int end = componentEnd(octets, start);
            if (start == end || !path.get(i).matches(octets, start, end)) {
                return false;
            }
            at = end;
        }
        return true;
    }

    private static List<Component> components(String path) {
        String octets = Octets.of(path);
        List<Component> components = new ArrayList<>();
        for (int start = skipSlashes(octets, 0); start < octets.length(); ) {
            int end = componentEnd(octets, start);
            components.add(Component.of(octets.substring(start, end)));
            start = skipSlashes(octets, end);
        }
        return List.copyOf(components);
    }

    private static int skipSlashes(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '/') {
            at++;
        }
        return at;
    }

    private static int componentEnd(String text, int start) {
        int end = text.indexOf('/', start);
        return end < 0 ? text.length() : end;
    }

    private record Component(String text, Optional<Glob> glob) {
        static Component of(String octets) {
            boolean isGlob = octets.chars().anyMatch(c -> c == '?' || c == '*' || c == '[');
            return new Component(octets, isGlob ? Optional.of(Glob.ofOctets(octets)) : Optional.empty());
        }

        boolean matches(String octets, int start, int end) {
            if (glob.isPresent()) {
                return glob.get().matches(octets, start, end);
            }
            return end - start == text.length() && octets.startsWith(text, start);
        }
    }
}
