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
 * @param count the number of its alerts that must match; absent: at least one
 * @param priority the priority of the alert
 * @param output the matcher of the alert's message, without the time and priority at its start
 * @param fields the matchers of its output fields
 * @param exact whether the alert may have only the output fields that are named
 * @param location the place in the suite
 */
public record Expectation(
        String rule,
        OptionalInt count,
        Optional<Priority> priority,
        Optional<Matcher> output,
        List<FieldMatch> fields,
        boolean exact,
        Location location) {
    /** The highest count that a test can expect. */
    public static final int MOST = 1_000_000;

    public Expectation {
        fields = List.copyOf(fields);
    }

    /** Whether it counts every alert of the rule, whatever the alert contains. */
    boolean isOfAnyAlert() {
        return priority.isEmpty() && output.isEmpty() && fields.isEmpty() && !exact;
    }

    /** The matcher of one output field. */
    public record FieldMatch(String field, Matcher matcher) {}
}
