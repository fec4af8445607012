package io.falconer.suite;

import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.RulesInForce;
import io.falconer.event.Event;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A test that was run.
 *
 * @param observations what it shows about rules, by their names
 */
record TestRun(TestResult result, Map<String, Observation> observations) {

    /** Gets the test's events, replays them, and compares the alerts with the expectations. */
    static TestRun of(TestCase test, RulesInForce rules, ReferencedFiles sources, Probe probe) {
        if (test.skip().isPresent()) {
            return without(test, List.of());
        }
        Outcome<List<Event>> events = TestEvents.of(test, sources);
        return events.value()
                .map(e -> replay(test, rules, e, probe))
                .orElseGet(() -> without(test, events.diagnostics()));
    }

    private static TestRun without(TestCase test, List<Diagnostic> errors) {
        return new TestRun(new TestResult(test, 0, List.of(), List.of(), List.of(), errors, List.of()), Map.of());
    }

    private static TestRun replay(TestCase test, RulesInForce rules, List<Event> events, Probe probe) {
        Engine engine = rules.engine(test.rigour().matching());
        List<Alert> alerts =
                events.stream().flatMap(e -> engine.evaluate(e).stream()).toList();
        AlertComparison.Result compared = new AlertComparison(
                        test,
                        alerts,
                        (rule, fired) ->
                                Silences.of(rules, test.rigour().matching(), rules.rule(rule), without(fired, events)),
                        fired -> NearMisses.of(engine, fired))
                .compare();
        TestResult result = new TestResult(
                test, events.size(), alerts, compared.failures(), compared.warnings(), List.of(), List.of());
        Map<String, Observation> observations = Observations.of(result, rules.rules(), events, probe);
        return new TestRun(result.withUnreliable(unreliable(result, observations.keySet(), rules)), observations);
    }

    /**
     * The fields that Falco may read wrongly for the rules that the test names and for those that fired; if it names none, for
     * all that it keeps silent.
     */
    private static List<Diagnostic> unreliable(TestResult result, Set<String> observed, RulesInForce rules) {
        TestCase test = result.test();
        Set<String> about = new LinkedHashSet<>();
        test.expect().forEach(expectation -> about.add(expectation.rule()));
        test.silent().forEach(silent -> about.add(silent.name()));
        if (about.isEmpty()) {
            about.addAll(observed);
        }
        result.alerts().forEach(alert -> about.add(alert.rule().name()));
        return about.stream()
                .flatMap(rule -> rules.unreliable(rule).stream())
                .distinct()
                .toList();
    }

    /** The events except those that fired. */
    private static List<Event> without(List<Alert> fired, List<Event> events) {
        Set<Event> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        fired.forEach(alert -> gone.add(alert.event()));
        return events.stream().filter(event -> !gone.contains(event)).toList();
    }
}
