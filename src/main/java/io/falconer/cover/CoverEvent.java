package io.falconer.cover;

import io.falconer.model.DraftEvent;
import java.util.List;

/**
 * An event of a test.
 *
 * @param goal what it was made for
 * @param shown what it shows
 * @param shows the goals among that
 */
record CoverEvent(DraftEvent draft, Goal goal, Shown shown, List<Goal> shows) {
    CoverEvent {
        shows = List.copyOf(shows);
    }

    boolean fires() {
        return shown.fires();
    }
}
