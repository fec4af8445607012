package io.falconer.suite;

import io.falconer.text.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * The result of a run, which the reports show: proofs of policies, and suites.
 *
 * @param coverage the rules that the suites cover; empty if only some of the tests ran, or policies are proved
 * @param broken the suites that cannot be run
 * @param mutation which changes of rules the tests notice; empty if that was not asked
 * @param unloadable why rules do not load, by the versions of Falco in which they do not, which the messages name
 */
public record Results(
        List<PolicyProof> policies,
        List<SuiteResult> suites,
        List<BrokenSuite> broken,
        Optional<Coverage> coverage,
        Optional<MutationResult> mutation,
        SequencedMap<String, List<Diagnostic>> unloadable) {
    public Results {
        policies = List.copyOf(policies);
        suites = List.copyOf(suites);
        broken = List.copyOf(broken);
        unloadable = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(unloadable));
    }

    /** Results of rules that load. */
    public Results(List<PolicyProof> policies, List<SuiteResult> suites, Optional<Coverage> coverage) {
        this(policies, suites, List.of(), coverage, Optional.empty(), new LinkedHashMap<>());
    }

    /** The results, with what the suites show included in the verdicts on the rules of policies. */
    public static Results of(List<PolicyProof> policies, List<SuiteResult> suites) {
        Map<String, List<Observation>> shown = new LinkedHashMap<>();
        for (SuiteResult suite : suites) {
            for (RuleProof rule : suite.rules()) {
                shown.computeIfAbsent(rule.rule(), r -> new ArrayList<>()).addAll(rule.observations());
            }
        }
        return new Results(
                policies.stream()
                        .map(p -> new PolicyProof(
                                p.policy(),
                                p.path(),
                                p.rules().stream()
                                        .map(r -> r.after(shown.getOrDefault(r.rule(), List.of())))
                                        .toList(),
                                p.events()))
                        .toList(),
                suites,
                Optional.empty());
    }

    /** These results with the coverage of the suites. */
    public Results withCoverage(CoverageRequest request) {
        return new Results(policies, suites, broken, Optional.of(Coverage.of(suites, request)), mutation, unloadable);
    }

    /** These results with what became of changed rules. */
    public Results withMutation(MutationResult result) {
        return new Results(policies, suites, broken, coverage, Optional.of(result), unloadable);
    }

    /** These results with suites that cannot be run. */
    public Results withBroken(List<BrokenSuite> others) {
        return new Results(policies, suites, others, coverage, mutation, unloadable);
    }

    /** The proofs of the policies' rules. */
    public List<RuleProof> proofs() {
        return policies.stream().flatMap(p -> p.rules().stream()).toList();
    }

    /** How many of the policies' rules have this verdict. */
    public long count(RuleProof.Verdict verdict) {
        return proofs().stream().filter(p -> p.verdict() == verdict).count();
    }

    /** The number of tests with this status. */
    public long count(Status status) {
        return tests().filter(t -> t.status() == status).count();
    }

    /** The tests of all suites in order. */
    public Stream<TestResult> tests() {
        return suites.stream().flatMap(s -> s.tests().stream());
    }

    /** The number of events that the rules evaluated. */
    public long events() {
        return policies.stream().mapToLong(PolicyProof::events).sum()
                + tests().mapToLong(TestResult::events).sum();
    }

    /**
     * Whether all rules and suites load, every rule of every policy has a good verdict, every test passed or was skipped (none is
     * unreliable), at least one test was not skipped, and the required coverage is reached.
     */
    public boolean hold() {
        boolean covered = coverage.map(Coverage::holds).orElse(true)
                && mutation.map(MutationResult::isEnough).orElse(true);
        boolean proveSomething =
                !policies.isEmpty() || suites.isEmpty() || tests().anyMatch(t -> t.status() != Status.SKIPPED);
        return unloadable.isEmpty()
                && broken.isEmpty()
                && covered
                && proveSomething
                && proofs().stream().allMatch(p -> p.verdict().isGood())
                && count(Status.FAILED) == 0
                && count(Status.UNRELIABLE) == 0
                && count(Status.ERROR) == 0;
    }
}
