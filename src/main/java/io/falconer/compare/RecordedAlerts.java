package io.falconer.compare;

import java.util.List;

/**
 * What a change of rules changes for recorded events.
 *
 * @param events the number of events
 * @param changes lost alerts first, then moved, then gained ones
 */
public record RecordedAlerts(long events, List<AlertChange> changes) {
    public RecordedAlerts {
        changes = List.copyOf(changes);
    }

    /** The number of events whose alerts change in this way. */
    public long events(AlertChange.Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .mapToLong(AlertChange::events)
                .sum();
    }
}
