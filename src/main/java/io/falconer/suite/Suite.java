package io.falconer.suite;

import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A suite: rules, and tests of them ({@code kind: RuleTest}).
 *
 * @param name {@code metadata.name}
 * @param rules the rules under test
 * @param tests its tests in order, each case a test
 * @param location its place
 */
public record Suite(String name, RulesUnderTest rules, List<TestCase> tests, Location location) {
    public Suite {
        tests = List.copyOf(tests);
    }

    /** The suite with only the tests that are selected, if any is. */
    public Optional<Suite> only(Predicate<TestCase> wanted) {
        List<TestCase> left = tests.stream().filter(wanted).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Suite(name, rules, left, location));
    }
}
