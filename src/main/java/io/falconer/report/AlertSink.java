package io.falconer.report;

import io.falconer.engine.Alert;
import io.falconer.engine.RuleCost;
import io.falconer.event.Event;
import io.falconer.event.reader.Skips;
import java.util.List;

/** Receives the alerts of a replay, event by event. */
public interface AlertSink {
    /** Receives the alerts of an event that has at least one. */
    void accept(Event event, List<Alert> alerts);

    /**
     * Called after the last event.
     *
     * @param costliest the rules that took longest, if they are requested
     */
    void finish(ReplayTotals totals, Skips skips, List<RuleCost> costliest);
}
