package io.falconer.ruleset;

import io.falconer.text.Location;
import java.util.List;

/**
 * The place that a load issue speaks of, as Falco describes it (section 1.5).
 *
 * @param locations outermost, the file as a whole, first; at least one
 * @param snippet Falco's excerpt: the line and a line with {@code ^}, each ended by LF
 * @param place the innermost location that lies in the file itself
 */
public record LoadContext(List<LoadLocation> locations, String snippet, Location place) {
    public LoadContext {
        locations = List.copyOf(locations);
    }

    /** The same for Falco, but shown elsewhere by Falconer. */
    LoadContext shownAt(Location other) {
        return new LoadContext(locations, snippet, other);
    }

    /** The innermost location. */
    public LoadLocation innermost() {
        return locations.getLast();
    }
}
