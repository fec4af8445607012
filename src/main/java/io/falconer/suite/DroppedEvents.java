package io.falconer.suite;

import io.falconer.event.reader.SkipReason;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Events of a test that Falco drops. They are errors unless the test states their number. */
final class DroppedEvents {
    private final List<Diagnostic> problems = new ArrayList<>();
    private Map<SkipReason, Long> counted = Map.of();
    private long total;

    /** Counts the events dropped since the last call, from a file at a place, and returns their number. */
    long count(Map<SkipReason, Long> counts, String path, Location place) {
        long before = total;
        for (SkipReason reason : SkipReason.values()) {
            long count = counts.getOrDefault(reason, 0L) - counted.getOrDefault(reason, 0L);
            if (count > 0) {
                String what = count == 1 ? "an event" : count + " events";
                problems.add(Diagnostic.error(
                        "unusable-event", what + " of " + path + " cannot be used: " + reason.text(), place));
                total += count;
            }
        }
        counted = counts;
        return total - before;
    }

    /** The error in the number of dropped events. */
    List<Diagnostic> problems(TestCase test) {
        if (total == test.dropped()) {
            return List.of();
        }
        String message = "the test states that Falco drops " + test.dropped() + " of its events, but it drops " + total;
        String hint = "if the test is about dropped events, write dropped: " + total;
        return test.dropped() == 0
                ? problems.stream().map(problem -> problem.withHint(hint)).toList()
                : List.of(Diagnostic.error("dropped-events", message, test.location()));
    }
}
