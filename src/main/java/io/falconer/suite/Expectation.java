package io.falconer.suite;

import io.falconer.ruleset.Priority;
import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rule that a test expects to fire.
 *
 * @param rule its name
 * @param count how many of its alerts must satisfy the rest; absent: at least one
 * @param priority the alert's priority
 * @param output what the alert's message must be like, without the time and priority before it
 * @param fields what its output fields must be like
 * @param exact whether the alert may have no output fields but those named
 * @param location where the suite says so
 */
public record Expectation(
        String rule,
        OptionalInt count,
        Optional<Priority> priority,
        Optional<Matcher> output,
        List<FieldMatch> fields,
        boolean exact,
        Location location) {
    /** The highest count that can be expected. */
    public static final int MOST = 1_000_000;

    public Expectation {
        fields = List.copyOf(fields);
    }

    /** Whether it counts every alert of the rule, whatever the alert is like. */
    boolean isOfAnyAlert() {
        return priority.isEmpty() && output.isEmpty() && fields.isEmpty() && !exact;
    }

    /** What one output field must be like. */
    public record FieldMatch(String field, Matcher matcher) {}
}
