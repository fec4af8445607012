package io.falconer.text;

import java.util.List;

/**
 * Where a stretch of text comes from.
 *
 * @param location the stretch of a file; for text that no file holds, the stretch that caused it
 * @param way how it came to where it stands, outermost step first; empty for text that stands there itself
 */
public record TextOrigin(Location location, List<Via> way) {
    public TextOrigin {
        way = List.copyOf(way);
    }

    /** Of text that stands at {@code location} itself. */
    public TextOrigin(Location location) {
        this(location, List.of());
    }

    /** Whether the text stands where its reader sees it: no list, macro, exception or append brings it in. */
    public boolean isDirect() {
        return way.isEmpty();
    }
}
