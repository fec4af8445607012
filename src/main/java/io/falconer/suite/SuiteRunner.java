package io.falconer.suite;

import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Outcome;
import io.falconer.yaml.Nearest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs suites: loads their rules, replays the events of each test, and compares the alerts with what is expected. */
public final class SuiteRunner {
    private final RuleFiles rules;
    private final Sources sources;

    /**
     * A runner.
     *
     * @param emulation the Falco that loads the rules
     * @param templates what the rules of policies are generated from
     * @param asOf the day on which exceptions of policies are judged expired
     * @param directory where the relative paths of suites' names start
     */
    public SuiteRunner(Emulation emulation, Templates templates, LocalDate asOf, Path directory) {
        this.rules = new RuleFiles(emulation, templates, asOf);
        this.sources = new Sources(directory);
    }

    /**
     * The results of a suite's tests, every test run and every failure told. There are none if its rules cannot be loaded
     * or a test names a rule that does not exist ({@code unknown-rule}).
     */
    public Outcome<SuiteResult> run(Suite suite) {
        Outcome<RuleSet> loaded = rules.load(suite.rules(), sources);
        if (loaded.value().isEmpty()) {
            return Outcome.failed(loaded.diagnostics());
        }
        Map<String, Rule> byName = new LinkedHashMap<>();
        loaded.value().get().rules().forEach(r -> byName.put(r.name(), r));
        List<Diagnostic> unknown = suite.tests().stream()
                .flatMap(t -> unknown(t, byName))
                .distinct()
                .toList();
        return unknown.isEmpty()
                ? Outcome.of(new Run(loaded.value().get(), byName).suite(suite))
                : Outcome.failed(unknown);
    }

    private static Stream<Diagnostic> unknown(TestCase test, Map<String, Rule> rules) {
        Stream<RuleName> expected = test.expect().stream().map(e -> new RuleName(e.rule(), e.location()));
        return Stream.concat(expected, test.silent().stream())
                .filter(r -> !rules.containsKey(r.name()))
                .map(r -> unknown(r.name(), r.location(), rules));
    }

    private static Diagnostic unknown(String rule, Location place, Map<String, Rule> rules) {
        return Diagnostic.error("unknown-rule", "there is no rule \"" + rule + "\"", place)
                .withHint(Nearest.hint(rule, rules.keySet()));
    }

    /** A suite being run. */
    private final class Run {
        private final RuleSet ruleSet;
        private final Map<String, Rule> byName;
        private final Map<RuleMatching, Engine> engines = new EnumMap<>(RuleMatching.class);
        private final Map<String, List<Observation>> seen = new LinkedHashMap<>();

        Run(RuleSet ruleSet, Map<String, Rule> byName) {
            this.ruleSet = ruleSet;
            this.byName = byName;
            byName.keySet().forEach(name -> seen.put(name, new ArrayList<>()));
        }

        SuiteResult suite(Suite suite) {
            List<TestResult> tests = suite.tests().stream().map(this::test).toList();
            List<RuleProof> proofs = seen.entrySet().stream()
                    .map(e -> new RuleProof(e.getKey(), e.getValue()))
                    .toList();
            return new SuiteResult(suite, tests, proofs);
        }

        private TestResult test(TestCase test) {
            if (test.skip().isPresent()) {
                return new TestResult(test, 0, List.of(), List.of(), List.of(), List.of());
            }
            Outcome<List<Event>> events = TestEvents.of(test, sources);
            if (events.value().isEmpty()) {
                return new TestResult(test, 0, List.of(), List.of(), List.of(), events.diagnostics());
            }
            return replay(test, events.value().get());
        }

        private TestResult replay(TestCase test, List<Event> events) {
            Engine engine =
                    engines.computeIfAbsent(test.rigour().matching(), m -> Engine.of(ruleSet, m, Priority.DEBUG));
            List<Alert> alerts =
                    events.stream().flatMap(e -> engine.evaluate(e).stream()).toList();
            Judge.Judgement judgement =
                    new Judge(test, alerts, rule -> Silences.of(engine, rule(rule), events)).judge();
            TestResult result =
                    new TestResult(test, events.size(), alerts, judgement.failures(), judgement.warnings(), List.of());
            Observing.of(result, byName.values(), events)
                    .forEach((rule, o) -> seen(rule).add(o));
            return result;
        }

        private Rule rule(String name) {
            return Objects.requireNonNull(byName.get(name));
        }

        private List<Observation> seen(String rule) {
            return Objects.requireNonNull(seen.get(rule));
        }
    }
}
