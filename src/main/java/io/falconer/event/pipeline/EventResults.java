package io.falconer.event.pipeline;

import java.util.List;

/**
 * What some consecutive events came to.
 *
 * @param events how many there were
 * @param results of those events that gave one, in their order
 */
public record EventResults<R>(long events, List<R> results) {
    public EventResults {
        results = List.copyOf(results);
    }
}
