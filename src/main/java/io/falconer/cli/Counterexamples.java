package io.falconer.cli;

import io.falconer.generate.Bundle;
import io.falconer.proof.ProofCase;
import io.falconer.suite.Observation;
import io.falconer.suite.Results;
import io.falconer.suite.RuleProof;
import java.util.List;
import java.util.stream.Stream;

/**
 * The events that show how rules differ from their policies, in any of the versions of Falco that proved them: those that a proof
 * found, and examples that rules are wrong about.
 */
final class Counterexamples {
    private final List<Results> versions;

    /** @param versions the complete results of each version */
    Counterexamples(List<Results> versions) {
        this.versions = List.copyOf(versions);
    }

    /**
     * The bundles whose rules differ from their policies, with only these events. Their suites expect what the policies say. So
     * they fail as long as the rules differ.
     */
    List<Bundle> of(List<Bundle> bundles) {
        return bundles.stream().flatMap(this::of).toList();
    }

    private Stream<Bundle> of(Bundle bundle) {
        List<ProofCase> cases = versions.stream()
                .flatMap(results -> results.policies().stream())
                .filter(policy -> policy.policy().equals(bundle.policy().name()))
                .flatMap(policy -> policy.rules().stream())
                .flatMap(rule -> Stream.concat(failed(rule, bundle), refuting(rule)))
                .distinct() // several versions may show the same
                .toList();
        return cases.isEmpty() ? Stream.empty() : Stream.of(bundle.with(cases));
    }

    private static Stream<ProofCase> refuting(RuleProof rule) {
        return rule.counterexamples().stream()
                .map(shown -> new ProofCase(rule.rule(), shown.words(), !shown.fires(), List.of(shown.event())));
    }

    private static Stream<ProofCase> failed(RuleProof rule, Bundle bundle) {
        return bundle.proofs().stream()
                .filter(example -> example.rule().equals(rule.rule())
                        && rule.observations().stream().anyMatch(seen -> shows(seen, example)));
    }

    private static boolean shows(Observation seen, ProofCase example) {
        return !seen.holds()
                && seen.place().isEmpty()
                && seen.mustFire() == example.fires()
                && seen.subject().equals(example.description());
    }
}
