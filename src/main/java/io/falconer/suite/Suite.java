package io.falconer.suite;

import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import java.util.List;

/**
 * A suite: rules, and tests of them ({@code kind: RuleTest}).
 *
 * @param name {@code metadata.name}
 * @param source the file that holds it
 * @param rules the rules under test
 * @param unexpected what becomes of alerts that no expectation speaks of
 * @param everyMatch whether every matching rule fires ({@code ruleMatching: all}) or only the first
 * @param tests its tests in order
 * @param location where it stands
 */
public record Suite(
        String name,
        SourceFile source,
        RulesUnderTest rules,
        Unexpected unexpected,
        boolean everyMatch,
        List<TestCase> tests,
        Location location) {
    public Suite {
        tests = List.copyOf(tests);
    }
}
