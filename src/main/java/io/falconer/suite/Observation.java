package io.falconer.suite;

import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;

/**
 * What one rule did on the events of one counter-fixture or test.
 *
 * @param subject what happens in the events, in words: a counter-fixture's description, a test's name
 * @param place where the test stands; empty for counter-fixtures
 * @param mustFire whether the rule was to fire or to stay silent
 * @param fired whether it fired
 * @param failures what was otherwise than expected
 */
public record Observation(
        String subject, Optional<Location> place, boolean mustFire, boolean fired, List<Failure> failures) {
    public Observation {
        failures = List.copyOf(failures);
    }

    /** Whether the rule did what was expected. */
    public boolean holds() {
        return failures.isEmpty();
    }
}
