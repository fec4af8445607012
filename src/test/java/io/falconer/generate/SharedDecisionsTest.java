package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.engine.RulesInForce;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.suite.ClaimProofs;
import io.falconer.suite.RuleDecision;
import io.falconer.suite.SharedDecisions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One decision for all releases that read a rule in the same way. */
class SharedDecisionsTest {
    private static final List<Falco> RELEASES = Falco.ALL;

    private static final Bundle POLICY = Bundles.of("""
            maxContainers: 2
            targets: [pods, workloads]
            controls:
              - {kind: ResourceLimits, limits: [cpu]}
              - {kind: AllowedImages, allow: [{images: ["docker.io/*", "registry.example.com/payments/*"]}]}
              - {kind: WorkloadSecurity, checks: [privileged]}
            exceptions:
              - {name: one, reason: r, match: {namespace: legacy}, controls: [ResourceLimits]}
            """);

    @ParameterizedTest
    @FieldSource("RELEASES")
    void eachReleaseGetsWhatItWouldDecideItself(Falco falco) {
        SharedDecisions shared =
                new SharedDecisions(POLICY.claims(), rules(POLICY, Falco.NEWEST), Falco.NEWEST, () -> () -> false);
        Map<String, RuleDecision> own =
                new ClaimProofs(rules(POLICY, falco), falco, () -> false).decide(POLICY.claims());
        assertThat(own).isNotEmpty();
        assertThat(shared.in(rules(POLICY, falco), falco)).isEqualTo(own);
    }

    /** Nothing is decided again, or it would be undecided: the time of all releases but the first is up at once. */
    @ParameterizedTest
    @FieldSource("RELEASES")
    void releasesThatReadTheSameDecideOnce(Falco falco) {
        int[] started = new int[1];
        SharedDecisions shared = new SharedDecisions(POLICY.claims(), rules(POLICY, Falco.NEWEST), Falco.NEWEST, () -> {
            boolean first = started[0]++ == 0;
            return () -> !first;
        });
        assertThat(shared.in(rules(POLICY, falco), falco).values()).isNotEmpty().allMatch(decision -> decision.reasons()
                .isEmpty());
    }

    /** Rules that differ are decided where they are loaded. */
    @Test
    void aReleaseThatReadsARuleOtherwiseDecidesItself() {
        Bundle some = Bundles.of("controls: [{kind: ResourceLimits, limits: [cpu], match: {namespaces: [a]}}]");
        Bundle all = Bundles.of("controls: [{kind: ResourceLimits, limits: [cpu]}]");
        SharedDecisions shared =
                new SharedDecisions(all.claims(), rules(some, Falco.NEWEST), Falco.NEWEST, () -> () -> false);
        String rule = "p: Container without cpu limit";
        assertThat(shared.in(rules(some, Falco.NEWEST), Falco.NEWEST).get(rule).counterexamples())
                .isNotEmpty();
        assertThat(shared.in(rules(all, Falco.V0_44_1), Falco.V0_44_1)
                        .get(rule)
                        .decision()
                        .isProved())
                .isTrue();
    }

    private static RulesInForce rules(Bundle bundle, Falco falco) {
        return new LoadedBundles(Emulation.of(falco), List.of(bundle))
                .load(bundle)
                .value()
                .orElseThrow();
    }
}
