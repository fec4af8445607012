package io.falconer.text;

import java.util.List;

/**
 * The origin of a stretch of text.
 *
 * @param location the stretch of a file; for text that is not in a file, the stretch that caused it
 * @param way how it got to its place, outermost step first; empty for text that is at its place itself
 */
public record TextOrigin(Location location, List<Via> way) {
    public TextOrigin {
        way = List.copyOf(way);
    }

    /** The origin of text at {@code location} itself. */
    public TextOrigin(Location location) {
        this(location, List.of());
    }

    /** Whether the text is where its reader sees it: no list, macro, exception or append brought it in. */
    public boolean isDirect() {
        return way.isEmpty();
    }
}
