package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.TextOrigin;
import java.util.List;

/**
 * The place of a load issue, as Falco describes it (section 1.5).
 *
 * @param locations outermost, the whole file, first; at least one
 * @param snippet Falco's excerpt: the line and a line with {@code ^}, each ended by LF
 * @param origin the stretch of a file that causes the issue, and how it got to its place; Falco does not report it
 */
public record LoadContext(List<LoadLocation> locations, String snippet, TextOrigin origin) {
    public LoadContext {
        locations = List.copyOf(locations);
    }

    /** The same for Falco. Falconer shows another stretch as the cause. */
    LoadContext blaming(TextOrigin other) {
        return new LoadContext(locations, snippet, other);
    }

    /** The same for Falco, but Falconer shows it elsewhere. */
    LoadContext shownAt(Location other) {
        return new LoadContext(locations, snippet, new TextOrigin(other));
    }

    /** The stretch of a file that causes the issue. */
    public Location place() {
        return origin.location();
    }
}
