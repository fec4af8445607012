package io.falconer.suite;

import io.falconer.engine.RuleMatching;
import io.falconer.text.Location;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import java.util.List;
import java.util.Optional;

/**
 * A test of a suite: events, and the alerts that the rules must give. The rules evaluate the events in order, all of them
 * before the test is judged.
 *
 * @param name its name, unique in the suite
 * @param events the sources of its events
 * @param patch the changes to them
 * @param dropped how many of them Falco drops as unusable; any other number is an error
 * @param expect the rules that must fire
 * @param silent rules that must not fire, however unexpected alerts are treated
 * @param nothing the place of {@code expect: none}, which allows no rule to fire, however unexpected alerts are treated
 * @param rigour how it is judged
 * @param skip why the test is not run
 * @param location its place
 */
public record TestCase(
        String name,
        List<EventSpec> events,
        Optional<Patch> patch,
        int dropped,
        List<Expectation> expect,
        List<RuleName> silent,
        Optional<Location> nothing,
        Rigour rigour,
        Optional<String> skip,
        Location location) {
    /** The maximum number of events that Falco may drop in a test. */
    public static final int MOST_DROPPED = 1_000_000;

    public TestCase {
        events = List.copyOf(events);
        expect = List.copyOf(expect);
        silent = List.copyOf(silent);
    }

    /**
     * How a test is judged: how unexpected alerts are treated, and which of the rules that match an event fire. A suite's
     * {@code defaults} set it, and a test may override it.
     */
    public record Rigour(UnexpectedAlerts unexpected, RuleMatching matching) {
        static final Rigour STRICT = new Rigour(UnexpectedAlerts.FAIL, RuleMatching.ALL);

        static Rigour read(MappingReader reader, Rigour defaults) {
            return new Rigour(
                    reader.choice("unexpected", Vocabulary.UNEXPECTED)
                            .map(Located::value)
                            .orElse(defaults.unexpected),
                    reader.choice("ruleMatching", Vocabulary.RULE_MATCHING)
                            .map(Located::value)
                            .orElse(defaults.matching));
        }
    }
}
