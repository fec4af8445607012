package io.falconer.event.pipeline;

import java.util.List;

/**
 * The results of consecutive events.
 *
 * @param events the number of events
 * @param results the results of those events that gave one, in their order
 */
public record EventResults<R>(long events, List<R> results) {
    public EventResults {
        results = List.copyOf(results);
    }
}
