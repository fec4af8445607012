package io.falconer.suite;

import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.ruleset.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives from a test's result what it shows about each rule. */
final class Observations {
    private Observations() {}

    /**
     * The observation of each rule that the test covers. If unexpected alerts fail the test, a rule that it does not name must
     * stay silent. That shows something only if an event has the rule's source.
     */
    static Map<String, Observation> of(TestResult result, List<Rule> rules, List<Event> events, Probe probe) {
        Map<String, Observation> observations = new LinkedHashMap<>();
        TestCase test = result.test();
        for (Rule rule : rules) {
            String name = rule.name();
            boolean toFire = test.expect().stream()
                    .anyMatch(e -> e.rule().equals(name) && e.count().orElse(1) != 0);
            List<Event> tried = events.stream()
                    .filter(e -> e.source() == rule.source() && !isTaken(e, rule, result, rules))
                    .toList();
            if (toFire || (!tried.isEmpty() && toBeSilent(test, name))) {
                boolean fired =
                        result.alerts().stream().anyMatch(a -> a.rule().name().equals(name));
                List<Failure> failures = result.failures().stream()
                        .filter(f -> f.rule().equals(name))
                        .toList();
                Evidence evidence = result.failures().isEmpty() ? evidence(result, rule, tried, probe) : Evidence.NONE;
                observations.put(
                        name,
                        new Observation(test.name(), Optional.of(test.location()), toFire, fired, failures, evidence));
            }
        }
        return observations;
    }

    /** What the events show on which the test would fail if the rule did the opposite. */
    private static Evidence evidence(TestResult result, Rule rule, List<Event> tried, Probe probe) {
        List<Expectation> expected = result.test().expect().stream()
                .filter(each -> each.rule().equals(rule.name()))
                .toList();
        List<Event> fired = tried.stream()
                .filter(event -> result.alerts().stream()
                        .anyMatch(alert ->
                                alert.event() == event && alert.rule().name().equals(rule.name())))
                .toList();
        boolean counted = expected.stream().anyMatch(each -> each.count().isPresent());
        boolean silenceCounts = counted || (expected.isEmpty() && toBeSilent(result.test(), rule.name()));
        return probe.of(
                rule,
                counted || (!expected.isEmpty() && fired.size() == 1) ? fired : List.of(),
                silenceCounts
                        ? tried.stream().filter(event -> !fired.contains(event)).toList()
                        : List.of());
    }

    /** Whether an earlier rule fired on the event, so that this rule was not tried because only the first match fires. */
    private static boolean isTaken(Event event, Rule rule, TestResult result, List<Rule> rules) {
        return result.test().rigour().matching() == RuleMatching.FIRST
                && result.alerts().stream()
                        .filter(alert -> alert.event() == event)
                        .anyMatch(alert -> rules.indexOf(alert.rule()) < rules.indexOf(rule));
    }

    /** Whether the test fails if a rule fires. */
    static boolean toBeSilent(TestCase test, String rule) {
        return test.rigour().unexpected() == UnexpectedAlerts.FAIL
                || test.nothing().isPresent()
                || test.silent().stream().anyMatch(s -> s.name().equals(rule))
                || test.expect().stream().anyMatch(e -> e.rule().equals(rule) && e.isOfAnyAlert());
    }
}
