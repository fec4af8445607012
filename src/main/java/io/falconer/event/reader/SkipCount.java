package io.falconer.event.reader;

import io.falconer.event.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what is skipped and keeps the first places. */
public final class SkipCount {
    private static final int PLACES = 5;

    private final Map<SkipReason, Long> counts = new EnumMap<>(SkipReason.class);
    private final Map<SkipReason, List<Origin>> first = new EnumMap<>(SkipReason.class);

    void add(SkipReason reason, Origin origin, int count) {
        counts.merge(reason, (long) count, Long::sum);
        List<Origin> places = first.computeIfAbsent(reason, r -> new ArrayList<>());
        if (places.size() < PLACES) {
            places.add(origin);
        }
    }

    /** The counts up to now. */
    public Skips soFar() {
        return new Skips(
                counts,
                first.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue()))));
    }
}
