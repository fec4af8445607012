package io.falconer.cli;

import io.falconer.engine.Alert;
import io.falconer.event.Event;
import io.falconer.event.reader.Skips;
import java.util.List;

/** Takes the alerts of a replay, event by event. */
interface AlertSink {
    /** The alerts of one event, perhaps none. */
    void accept(Event event, List<Alert> alerts);

    /** After the last event; {@code nanos} is how long the replay took. */
    void finish(Skips skips, long nanos);
}
