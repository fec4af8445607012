package io.falconer.suite;

import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;

/**
 * A test of a suite: events, and what the rules must make of them. Events go through the rules in order, all of them before
 * the test is judged.
 *
 * @param name its name, unique in the suite
 * @param events where its events come from
 * @param expect the rules that must fire; none and no {@code silent}: no rule may fire
 * @param silent rules that must not fire, whatever the suite does about unexpected alerts
 * @param nothing the place of {@code expect: none}, which lets no rule fire, whatever the suite does about unexpected alerts
 * @param skip why the test is not run
 * @param location where it stands
 */
public record TestCase(
        String name,
        List<EventSpec> events,
        List<Expectation> expect,
        List<RuleName> silent,
        Optional<Location> nothing,
        Optional<String> skip,
        Location location) {
    public TestCase {
        events = List.copyOf(events);
        expect = List.copyOf(expect);
        silent = List.copyOf(silent);
    }
}
