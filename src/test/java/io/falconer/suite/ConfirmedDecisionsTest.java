package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.engine.RulesInForce;
import io.falconer.generate.Bundle;
import io.falconer.generate.LoadedBundles;
import io.falconer.generate.PolicyFiles;
import io.falconer.logic.Deadline;
import io.falconer.proof.ProofCase;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.suite.RuleProof.Verdict;
import io.falconer.template.Templates;
import io.falconer.text.SourceFile;
import io.falconer.verify.Decision;
import io.falconer.verify.Decision.Never;
import io.falconer.verify.Decision.Shown;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An event that does not show what it should is not shown. */
class ConfirmedDecisionsTest {
    private static final String RULE = "shop: Container without cpu limit";
    private static final String UNCONFIRMED = "the event that should show a difference does not";
    private static final Bundle BUNDLE = new PolicyFiles(Templates.builtIn(), LocalDate.of(2026, 1, 1))
            .bundles(SourceFile.of("policy.yaml", """
                    apiVersion: falconer/v1alpha1
                    kind: DetectionPolicy
                    metadata: {name: shop}
                    spec: {maxContainers: 1, controls: [{kind: ResourceLimits, limits: [cpu]}]}
                    """), policy -> true)
            .value()
            .orElseThrow()
            .getFirst();
    private static final String FIRES = event(true);
    private static final String SILENT = event(false);

    @Test
    void proveReplaysTheEventsOfDecisions() {
        RuleProof proof = prove(new Decision(new Shown(FIRES), new Shown(SILENT)));
        assertThat(proof.counterexamples())
                .extracting(RuleDecision.Counterexample::event)
                .containsExactly(FIRES, SILENT);
        assertThat(proof.verdict()).isEqualTo(Verdict.REFUTED);

        RuleProof over = prove(new Decision(new Shown(SILENT), new Never()));
        assertThat(over.counterexamples()).isEmpty();
        assertThat(over.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(over.reasons()).containsExactly(UNCONFIRMED);

        RuleProof under = prove(new Decision(new Never(), new Shown(FIRES)));
        assertThat(under.counterexamples()).isEmpty();
        assertThat(under.reasons()).containsExactly(UNCONFIRMED);
    }

    /** Otherwise it would get the decision of the first release. */
    @Test
    void aReleaseInWhichAnEventShowsNothingDecidesItself() {
        RuleDecision wrong = new RuleDecision(new Decision(new Shown(SILENT), new Never()), List.of(), List.of());
        SharedDecisions shared = new SharedDecisions(
                BUNDLE.claims(), rules(Falco.NEWEST), Falco.NEWEST, Deadline::none, proofs -> Map.of(RULE, wrong));
        assertThat(shared.in(rules(Falco.NEWEST), Falco.NEWEST)).containsEntry(RULE, wrong);
        RuleDecision own = Objects.requireNonNull(
                shared.in(rules(Falco.V0_44_1), Falco.V0_44_1).get(RULE));
        assertThat(own.decision().isProved()).isTrue();
    }

    private static RuleProof prove(Decision decision) {
        RulesInForce rules = rules(Falco.NEWEST);
        return new ProofRunner(() -> {})
                        .prove(BUNDLE.policy(), "policy.yaml", rules, BUNDLE.proofs())
                        .value()
                        .orElseThrow()
                        .with(rules, Map.of(RULE, new RuleDecision(decision, List.of(), List.of())))
                        .rules()
                        .stream()
                        .filter(proof -> proof.rule().equals(RULE))
                        .findFirst()
                        .orElseThrow();
    }

    private static RulesInForce rules(Falco falco) {
        return new LoadedBundles(Emulation.of(falco), List.of(BUNDLE))
                .load(BUNDLE)
                .value()
                .orElseThrow();
    }

    private static String event(boolean fires) {
        return BUNDLE.proofs().stream()
                .filter(proof -> proof.rule().equals(RULE) && proof.fires() == fires)
                .map(ProofCase::events)
                .filter(events -> events.size() == 1)
                .findFirst()
                .orElseThrow()
                .getFirst();
    }
}
