package io.falconer.cli;

import io.falconer.generate.Bundle;
import io.falconer.proof.ProofCase;
import io.falconer.suite.Results;
import java.util.List;
import java.util.stream.Stream;

/** The events that show how rules differ from their policies, in any of the versions of Falco that proved them. */
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
                .flatMap(rule -> rule.counterexamples().stream()
                        .map(shown ->
                                new ProofCase(rule.rule(), shown.words(), !shown.fires(), List.of(shown.event()))))
                .distinct() // several versions may show the same
                .toList();
        return cases.isEmpty() ? Stream.empty() : Stream.of(bundle.with(cases));
    }
}
