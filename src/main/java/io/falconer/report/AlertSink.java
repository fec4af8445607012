package io.falconer.report;

import io.falconer.engine.Alert;
import io.falconer.engine.RuleCost;
import io.falconer.event.Event;
import io.falconer.event.reader.Skips;
import java.util.List;

/** Takes the alerts of a replay, event by event. */
public interface AlertSink {
    /** The alerts of an event that gave some. */
    void accept(Event event, List<Alert> alerts);

    /**
     * After the last event.
     *
     * @param costliest the rules that took longest, where somebody wants to know
     */
    void finish(ReplayTotals totals, Skips skips, List<RuleCost> costliest);
}
