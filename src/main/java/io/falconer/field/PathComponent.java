package io.falconer.field;

import java.util.ArrayList;
import java.util.List;

/**
 * A component of a path of {@code pmatch}, between slashes.
 *
 * @param octets the component in UTF-8, one char for each octet
 */
public record PathComponent(String octets) {
    /** The components of a path, without empty ones. */
    public static List<PathComponent> split(String path) {
        String octets = Octets.of(path);
        List<PathComponent> components = new ArrayList<>();
        for (int start = skipSlashes(octets, 0); start < octets.length(); ) {
            int end = end(octets, start);
            components.add(new PathComponent(octets.substring(start, end)));
            start = skipSlashes(octets, end);
        }
        return components;
    }

    /** Whether the component is matched as {@link #glob}; if not, it must be equal. */
    public boolean isGlob() {
        return octets.chars().anyMatch(c -> c == '?' || c == '*' || c == '[');
    }

    public Glob glob() {
        return Glob.ofOctets(octets);
    }

    static int skipSlashes(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '/') {
            at++;
        }
        return at;
    }

    static int end(String text, int start) {
        int end = text.indexOf('/', start);
        return end < 0 ? text.length() : end;
    }
}
