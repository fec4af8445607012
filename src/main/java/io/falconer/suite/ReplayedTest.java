package io.falconer.suite;

import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.event.Event;
import io.falconer.field.EventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A test that passes, ready to be judged again with one rule changed.
 *
 * @param alerts the alerts of each of its events, of all rules that match
 * @param order the names of the rules in their order
 */
record ReplayedTest(TestCase test, List<Event> events, List<List<Alert>> alerts, List<String> order) {
    /** The test; empty if it does not pass. */
    static Optional<ReplayedTest> of(TestResult result, RulesInForce rules, ReferencedFiles sources) {
        if (result.status() != Status.PASSED) {
            return Optional.empty();
        }
        Engine engine = rules.engine(RuleMatching.ALL);
        return TestEvents.of(result.test(), sources)
                .value()
                .map(events -> new ReplayedTest(
                        result.test(),
                        events,
                        events.stream().map(engine::evaluate).toList(),
                        List.copyOf(rules.names())));
    }

    /** Whether the test fails if a rule gives the alerts of {@code changed}. */
    boolean kills(String rule, EventSource source, Engine changed) {
        List<Alert> all = new ArrayList<>();
        boolean differs = false;
        for (int i = 0; i < events.size(); i++) {
            List<Alert> before = alerts.get(i);
            List<Alert> after = before;
            if (events.get(i).source() == source) {
                List<Alert> own = changed.evaluate(events.get(i));
                boolean fired = before.stream().anyMatch(alert -> isOf(rule, alert));
                if (fired == own.isEmpty()) {
                    differs = true;
                    after = with(own, rule, before);
                }
            }
            all.addAll(
                    test.rigour().matching() == RuleMatching.FIRST && !after.isEmpty() ? after.subList(0, 1) : after);
        }
        return differs
                && !new AlertComparison(test, all, (name, fired) -> List.of(), fired -> List.of())
                        .compare()
                        .failures()
                        .isEmpty();
    }

    /** The alerts in the order of the rules, with others of one rule. */
    private List<Alert> with(List<Alert> own, String rule, List<Alert> before) {
        List<Alert> after = new ArrayList<>();
        before.stream().filter(alert -> !isOf(rule, alert)).forEach(after::add);
        after.addAll(own);
        after.sort((one, other) -> Integer.compare(
                order.indexOf(one.rule().name()), order.indexOf(other.rule().name())));
        return after;
    }

    private static boolean isOf(String rule, Alert alert) {
        return alert.rule().name().equals(rule);
    }
}
