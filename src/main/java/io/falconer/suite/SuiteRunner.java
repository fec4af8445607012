package io.falconer.suite;

import io.falconer.engine.RulesInForce;
import io.falconer.ruleset.Emulation;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.yaml.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs suites: loads their rules, replays the events of each test, and compares the alerts with the expectations. */
public final class SuiteRunner {
    private final RuleCache rules;
    private final ReferencedFiles sources;
    private final Runnable afterEach;

    /**
     * Creates a runner.
     *
     * @param emulation the Falco that loads rules files
     * @param generated the rules of policies
     * @param sources the files that the suites name
     * @param afterEach runs after each test, in any thread
     */
    public SuiteRunner(Emulation emulation, PolicyRules generated, ReferencedFiles sources, Runnable afterEach) {
        this.rules = new RuleCache(new RuleFiles(emulation, generated));
        this.sources = sources;
        this.afterEach = afterEach;
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

    /** The results of one suite. */
    public Outcome<SuiteResult> run(Suite suite) {
        Outcome<RulesInForce> loaded = rules.load(suite.rules(), sources);
        if (loaded.value().isEmpty()) {
            return Outcome.failed(loaded.diagnostics());
        }
        RulesInForce inForce = loaded.value().get();
        List<Diagnostic> unknown = suite.tests().stream()
                .flatMap(test -> unknown(test, inForce))
                .distinct()
                .toList();
        return unknown.isEmpty() ? Outcome.of(result(suite, inForce), loaded.diagnostics()) : Outcome.failed(unknown);
    }

    private SuiteResult result(Suite suite, RulesInForce inForce) {
        List<TestRun> runs =
                suite.tests().parallelStream().map(test -> run(test, inForce)).toList();
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
        return new SuiteResult(suite, runs.stream().map(TestRun::result).toList(), inForce.rules(), proofs);
    }

    private TestRun run(TestCase test, RulesInForce inForce) {
        TestRun run = TestRun.of(test, inForce, sources);
        afterEach.run();
        return run;
    }

    private static Stream<Diagnostic> unknown(TestCase test, RulesInForce rules) {
        Stream<RuleName> expected = test.expect().stream().map(e -> new RuleName(e.rule(), e.location()));
        return Stream.concat(expected, test.silent().stream())
                .filter(r -> !rules.names().contains(r.name()))
                .map(r -> Diagnostic.error("unknown-rule", "unknown rule \"" + r.name() + "\"", r.location())
                        .withHint(Nearest.hint(r.name(), rules.names())));
    }
}
