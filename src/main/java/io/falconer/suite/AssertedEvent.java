package io.falconer.suite;

import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event of a test that fails if certain rules do something else on it.
 *
 * @param isOnly whether the test has no other event
 */
public record AssertedEvent(TestCase test, Event event, boolean isOnly) {
    /** The events of a suite's tests that pass. */
    public static List<AssertedEvent> of(SuiteResult result, ReferencedFiles files) {
        return result.tests().stream()
                .filter(test -> test.status() == Status.PASSED)
                .flatMap(test -> of(test.test(), files))
                .toList();
    }

    private static Stream<AssertedEvent> of(TestCase test, ReferencedFiles files) {
        List<Event> events = TestEvents.of(test, files).value().orElse(List.of());
        return events.stream().map(event -> new AssertedEvent(test, event, events.size() == 1));
    }

    /** Whether the test fails if a rule stays silent on this event. */
    public boolean mustFire(String rule) {
        return isOnly
                && test.expect().stream()
                        .anyMatch(expected ->
                                expected.rule().equals(rule) && expected.count().orElse(1) != 0);
    }

    /** Whether the test fails if a rule fires on this event. */
    public boolean mustBeSilent(String rule) {
        return test.rigour().matching() == RuleMatching.ALL
                && test.expect().stream().noneMatch(expected -> expected.rule().equals(rule))
                && Observations.toBeSilent(test, rule);
    }
}
