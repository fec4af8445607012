package io.falconer.suite;

import io.falconer.engine.RulesInForce;
import io.falconer.ruleset.Emulation;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.yaml.Nearest;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs suites: loads their rules, replays the events of each test, and compares the alerts with the expectations. */
public final class SuiteRunner {
    private final RuleCache rules;
    private final ReferencedFiles sources;
    private final Runnable afterEach;
    private final boolean measures;

    /**
     * Creates a runner.
     *
     * @param emulation the Falco that loads rules files
     * @param generated the rules of policies
     * @param sources the files that the suites name
     * @param afterEach runs after each test, in any thread
     */
    public SuiteRunner(Emulation emulation, PolicyRules generated, ReferencedFiles sources, Runnable afterEach) {
        this(new RuleCache(new RuleFiles(emulation, generated)), sources, afterEach, false);
    }

    private SuiteRunner(RuleCache rules, ReferencedFiles sources, Runnable afterEach, boolean measures) {
        this.rules = rules;
        this.sources = sources;
        this.afterEach = afterEach;
        this.measures = measures;
    }

    /** A runner that also measures which parts of the rules the tests show. */
    public SuiteRunner measuring() {
        return new SuiteRunner(rules, sources, afterEach, true);
    }

    /**
     * The results of suites in their order, whatever runs at the same time. Every test is run, and every failure is reported.
     * Fails if rules cannot be loaded or a test names a rule that does not exist ({@code unknown-rule}).
     */
    public Outcome<List<SuiteResult>> run(List<Suite> suites) {
        List<Outcome<SuiteResult>> outcomes = each(suites);
        List<Diagnostic> problems = outcomes.stream()
                .flatMap(o -> o.diagnostics().stream())
                .distinct()
                .sorted(Diagnostic.ORDER)
                .toList();
        return Outcome.unlessErrors(
                outcomes.stream().flatMap(o -> o.value().stream()).toList(), problems);
    }

    /** The result of each suite in their order. A suite whose rules cannot be loaded does not affect the others. */
    public List<Outcome<SuiteResult>> each(List<Suite> suites) {
        return suites.parallelStream().map(this::run).toList();
    }

    /**
     * Changes the rules of suites and looks which tests notice. Only the tests that passed are run again.
     *
     * @param suites the results of a runner that was {@link #measuring()}
     */
    public MutationResult mutate(List<SuiteResult> suites, MutationRequest request) {
        MutationRun run = new MutationRun(sources, request, Coverage.counting(suites, request.coverage()));
        IdentityHashMap<RulesInForce, List<SuiteResult>> byRules = new IdentityHashMap<>();
        List<RulesInForce> order = new ArrayList<>();
        for (SuiteResult suite : suites) {
            rules.load(suite.suite().rules(), sources).value().ifPresent(inForce -> {
                if (!byRules.containsKey(inForce)) {
                    order.add(inForce);
                }
                byRules.computeIfAbsent(inForce, each -> new ArrayList<>()).add(suite);
            });
        }
        order.forEach(inForce -> run.run(inForce, byRules.getOrDefault(inForce, List.of())));
        return run.result();
    }

    /** The results of one suite. */
    public Outcome<SuiteResult> run(Suite suite) {
        Outcome<RulesInForce> loaded = rules.load(suite.rules(), sources);
        if (loaded.value().isEmpty()) {
            return Outcome.failed(loaded.diagnostics());
        }
        RulesInForce inForce = loaded.value().get();
        List<Diagnostic> unknown = Stream.concat(
                        suite.tests().stream().flatMap(test -> unknown(test, inForce)),
                        suite.cover().stream().flatMap(file -> without(file, inForce)))
                .distinct()
                .toList();
        return unknown.isEmpty() ? Outcome.of(result(suite, inForce), loaded.diagnostics()) : Outcome.failed(unknown);
    }

    private SuiteResult result(Suite suite, RulesInForce inForce) {
        Probe probe = new Probe(inForce, measures);
        List<TestRun> runs = suite.tests().parallelStream()
                .map(test -> run(test, inForce, probe))
                .toList();
        List<RuleProof> proofs = inForce.names().stream()
                .map(rule -> new RuleProof(
                        rule,
                        runs.stream()
                                .flatMap(r ->
                                        Optional.ofNullable(r.observations().get(rule)).stream())
                                .toList(),
                        inForce.unreliable(rule),
                        Optional.empty()))
                .toList();
        return new SuiteResult(suite, runs.stream().map(TestRun::result).toList(), inForce.ruleSet(), proofs);
    }

    private TestRun run(TestCase test, RulesInForce inForce, Probe probe) {
        TestRun run = TestRun.of(test, inForce, sources, probe);
        afterEach.run();
        return run;
    }

    /** A file whose rules are to count, but that has none. */
    private static Stream<Diagnostic> without(FileRef file, RulesInForce rules) {
        boolean known = rules.rules().stream().anyMatch(rule -> file.resolved()
                .filter(FileRef.normal(rule.place().source())::equals)
                .isPresent());
        return known
                ? Stream.of()
                : Stream.of(Diagnostic.error(
                                "no-rules", "the suite loads no rule of \"" + file.path() + "\"", file.location())
                        .withHint("name a file of \"rules\", with the path as it is there"));
    }

    private static Stream<Diagnostic> unknown(TestCase test, RulesInForce rules) {
        Stream<RuleName> expected = test.expect().stream().map(e -> new RuleName(e.rule(), e.location()));
        return Stream.concat(expected, test.silent().stream())
                .filter(r -> !rules.names().contains(r.name()))
                .map(r -> Diagnostic.error("unknown-rule", "unknown rule \"" + r.name() + "\"", r.location())
                        .withHint(Nearest.hint(r.name(), rules.names())));
    }
}
