package io.falconer.suite;

import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;

/**
 * What one rule did on the events of one counter-fixture or test.
 *
 * @param subject a description of the events: the description of a counter-fixture, or the name of a test
 * @param place the place of the test; empty for counter-fixtures
 * @param mustFire whether the rule had to fire or to stay silent
 * @param fired whether it fired
 * @param failures the differences from the expectation
 * @param evidence what the events show about its condition
 */
public record Observation(
        String subject,
        Optional<Location> place,
        boolean mustFire,
        boolean fired,
        List<Failure> failures,
        Evidence evidence) {
    public Observation {
        failures = List.copyOf(failures);
    }

    /** What a rule did on the events of a counter-fixture, whose coverage is not measured. */
    public Observation(
            String subject, Optional<Location> place, boolean mustFire, boolean fired, List<Failure> failures) {
        this(subject, place, mustFire, fired, failures, Evidence.NONE);
    }

    /** Whether the rule did what was expected. */
    public boolean holds() {
        return failures.isEmpty();
    }
}
