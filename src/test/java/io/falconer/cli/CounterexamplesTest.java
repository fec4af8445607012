package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import io.falconer.generate.Bundle;
import io.falconer.generate.PolicyFiles;
import io.falconer.proof.ProofCase;
import io.falconer.report.InVersion;
import io.falconer.report.VersionResults;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.RuleDecision;
import io.falconer.suite.RuleProof;
import io.falconer.template.Templates;
import io.falconer.text.SourceFile;
import io.falconer.verify.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code prove --counterexamples} writes. The rules are right, so the tests say that they are not. */
class CounterexamplesTest {
    private static final String RULE = "shop: Container without cpu limit";

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @Test
    void eventsOfEveryVersionFailOnceAsTestsOfTheWrittenRules() {
        Bundle bundle = bundle();
        String fires = event(bundle, true);
        String silent = event(bundle, false);
        VersionResults results = new VersionResults(List.of(
                version("0.43.1", new Decision(new Decision.Shown(fires), new Decision.Never())),
                version("0.44.1", new Decision(new Decision.Shown(fires), new Decision.Shown(silent))),
                version("0.45", new Decision(new Decision.Never(), new Decision.Never()))));
        List<Bundle> refuted = new Counterexamples(results.inEach()).of(List.of(bundle));
        refuted.getFirst().files().forEach(file -> workspace.write("refuted/" + file.path(), file.text()));
        Run run = workspace.run("test", "refuted");
        assertThat(run.status()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAILED  " + RULE + ": fires", "FAILED  " + RULE + ": silent")
                .contains("0 tests passed, 2 failed in 1 suite; 2 events replayed");
    }

    @Test
    void bundlesWithoutAnyAreLeftOut() {
        Results proved = version("0.45", new Decision(new Decision.Never(), new Decision.Never()))
                .results();
        assertThat(new Counterexamples(List.of(proved)).of(List.of(bundle()))).isEmpty();
    }

    private static InVersion version(String version, Decision decision) {
        RuleProof rule = new RuleProof(
                RULE, List.of(), List.of(), Optional.of(new RuleDecision(decision, List.of(), List.of())));
        List<PolicyProof> policies = List.of(new PolicyProof("shop", "policy.yaml", List.of(rule), 0));
        return new InVersion(version, new Results(policies, List.of(), Optional.empty()));
    }

    private static Bundle bundle() {
        SourceFile file = SourceFile.of("policy.yaml", """
                apiVersion: falconer/v1alpha1
                kind: DetectionPolicy
                metadata: {name: shop}
                spec:
                  controls: [{kind: ResourceLimits, limits: [cpu]}]
                """);
        return new PolicyFiles(Templates.builtIn(), LocalDate.of(2026, 1, 1))
                .bundles(file, policy -> true)
                .value()
                .orElseThrow()
                .getFirst();
    }

    /** An event of a proof that fires the rule, or does not. */
    private static String event(Bundle bundle, boolean fires) {
        return bundle.proofs().stream()
                .filter(proof -> proof.rule().equals(RULE) && proof.fires() == fires)
                .map(ProofCase::events)
                .flatMap(events -> events.size() == 1 ? Stream.of(events.getFirst()) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }
}
