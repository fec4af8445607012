package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.TextOrigin;
import java.util.List;

/**
 * The place that a load issue speaks of, as Falco describes it (section 1.5).
 *
 * @param locations outermost, the file as a whole, first; at least one
 * @param snippet Falco's excerpt: the line and a line with {@code ^}, each ended by LF
 * @param origin the stretch of a file that is to blame, and how it came to where it does harm; Falco does not tell it
 */
public record LoadContext(List<LoadLocation> locations, String snippet, TextOrigin origin) {
    public LoadContext {
        locations = List.copyOf(locations);
    }

    /** The same for Falco; Falconer shows another stretch as the one to blame. */
    LoadContext blaming(TextOrigin other) {
        return new LoadContext(locations, snippet, other);
    }

    /** The same for Falco, but shown elsewhere by Falconer. */
    LoadContext shownAt(Location other) {
        return new LoadContext(locations, snippet, new TextOrigin(other));
    }

    /** The stretch of a file that is to blame. */
    public Location place() {
        return origin.location();
    }
}
