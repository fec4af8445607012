package io.falconer.cli;

import io.falconer.engine.RulesInForce;
import io.falconer.generate.Bundle;
import io.falconer.generate.LoadedBundles;
import io.falconer.ruleset.Falco;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.ProofRunner;
import io.falconer.suite.RuleDecision;
import io.falconer.suite.SharedDecisions;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the examples of policies show in one version of Falco.
 *
 * @param policies all policies that are proved in it
 * @param replayed those whose rules load
 * @param problems why the others do not load
 */
record Replays(List<GeneratorOptions.Generated> policies, List<Replayed> replayed, List<Diagnostic> problems) {
    /** One policy, its rules as this version loads them, and what its examples show. */
    private record Replayed(Bundle bundle, RulesInForce rules, PolicyProof proof) {}

    /** Replays the examples of all policies. */
    static Replays of(List<GeneratorOptions.Generated> policies, LoadedBundles bundles, ProofRunner runner) {
        List<Replayed> replayed = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (GeneratorOptions.Generated each : policies) {
            Bundle bundle = each.bundle();
            Outcome<Replayed> replay = bundles.load(bundle)
                    .flatMap(rules -> runner.prove(bundle.policy(), each.input().name(), rules, bundle.proofs())
                            .map(proof -> new Replayed(bundle, rules, proof)));
            problems.addAll(replay.diagnostics());
            replay.value().ifPresent(replayed::add);
        }
        return new Replays(policies, replayed, problems);
    }

    /** The proofs of all policies whose rules load, with what is decided for all events, and why the others do not load. */
    Outcome<List<PolicyProof>> with(IdentityHashMap<Bundle, SharedDecisions> shared, Falco version) {
        List<PolicyProof> proofs = replayed.stream()
                .map(each -> {
                    Map<String, RuleDecision> decisions =
                            Objects.requireNonNull(shared.get(each.bundle())).in(each.rules(), version);
                    return each.proof().with(each.rules(), decisions);
                })
                .toList();
        return new Outcome<>(Optional.of(proofs), problems);
    }
}
