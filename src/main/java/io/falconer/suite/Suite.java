package io.falconer.suite;

import io.falconer.text.Location;
import java.util.List;

/**
 * A suite: rules, and tests of them ({@code kind: RuleTest}).
 *
 * @param name {@code metadata.name}
 * @param rules the rules under test
 * @param tests its tests in order, each case a test
 * @param location where it stands
 */
public record Suite(String name, RulesUnderTest rules, List<TestCase> tests, Location location) {
    public Suite {
        tests = List.copyOf(tests);
    }
}
