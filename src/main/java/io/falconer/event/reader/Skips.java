package io.falconer.event.reader;

import io.falconer.event.Origin;
import java.util.List;
import java.util.Map;

/**
 * What was not used.
 *
 * @param counts how often each reason occurred, without reasons that did not occur
 * @param first the first few places of each reason
 */
public record Skips(Map<SkipReason, Long> counts, Map<SkipReason, List<Origin>> first) {
    public Skips {
        counts = Map.copyOf(counts);
        first = Map.copyOf(first);
    }

    /** The total number. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
