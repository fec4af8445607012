package io.falconer.suite;

import io.falconer.coverage.Obligation;
import java.util.Set;

/**
 * What a test shows about the condition of a rule: only events count on which the test would fail if the rule did the opposite.
 *
 * @param nearMiss whether the rule stays silent on an event that misses it by one part only
 * @param shown the parts that decide on some event; empty if coverage is not measured
 */
public record Evidence(boolean nearMiss, Set<Obligation> shown) {
    /** A test that shows nothing. */
    public static final Evidence NONE = new Evidence(false, Set.of());

    public Evidence {
        shown = Set.copyOf(shown);
    }
}
