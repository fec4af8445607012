package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.engine.RulesInForce;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyReader;
import io.falconer.proof.ProofCase;
import io.falconer.ruleset.Emulation;
import io.falconer.suite.RuleProof.Verdict;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofRunnerTest {
    private static final String POLICY = """
            apiVersion: falconer/v1alpha1
            kind: DetectionPolicy
            metadata: {name: p}
            spec: {controls: [{kind: ResourceLimits, limits: [cpu]}]}
            """;
    private static final String RULES = """
            - rule: Listener
              desc: d
              condition: evt.type = listen and proc.name != nginx
              output: o
              priority: WARNING
              exceptions: [{name: ports, fields: [fd.sport], comps: ["="]}]
            - rule: Accepter
              desc: d
              condition: evt.type = accept
              output: o
              priority: WARNING
            """;
    private static final String NC =
            "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"listen\",\"proc.name\":\"nc\",\"fd.sport\":80}}";
    private static final String NGINX =
            "{\"source\":\"syscall\",\"fields\":{\"evt.type\":\"listen\",\"proc.name\":\"nginx\"}}";

    @Test
    void aRuleIsProvenThatFiresWhereItMustAndIsSilentWhereItMust() {
        PolicyProof proof = prove(
                new ProofCase("Listener", "nc", true, List.of(NGINX, NC)),
                new ProofCase("Listener", "nginx", false, List.of(NGINX)));
        assertThat(proof.rules().getFirst().verdict()).isEqualTo(Verdict.TESTED);
        assertThat(proof.rules().getFirst().observations())
                .extracting(o -> o.subject() + " " + o.mustFire() + " " + o.fired())
                .containsExactly("nc true true", "nginx false false");
        assertThat(proof.events()).isEqualTo(3);
    }

    @Test
    void aRuleFailsThatStaysSilentWhereItMustFire() {
        PolicyProof proof = prove(
                new ProofCase("Listener", "nginx", true, List.of(NGINX)),
                new ProofCase("Listener", "nginx", false, List.of(NGINX)));
        assertThat(proof.rules().getFirst().verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.rules().getFirst().observations().getFirst().failures())
                .singleElement()
                .isInstanceOfSatisfying(
                        Failure.StayedSilent.class,
                        f -> assertThat(f.silences()).singleElement().satisfies(s -> assertThat(s.reasons())
                                .containsExactly(new Silence.Reason("proc.name != nginx", "\"nginx\""))));
    }

    @Test
    void aRuleFailsThatFiresWhereItMustStaySilent() {
        PolicyProof proof = prove(
                new ProofCase("Listener", "nc", true, List.of(NC)),
                new ProofCase("Listener", "nc", false, List.of(NC)));
        assertThat(proof.rules().getFirst().verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.rules().getFirst().observations().get(1).failures())
                .singleElement()
                .isInstanceOf(Failure.FiredUnasked.class);
    }

    @Test
    void aRuleThatOnlyFiresOrOnlyStaysSilentOrWasNeverTriedIsNotProven() {
        assertThat(prove(new ProofCase("Listener", "nc", true, List.of(NC))).rules())
                .extracting(RuleProof::verdict)
                .containsExactly(Verdict.UNTESTED, Verdict.UNTESTED);
        assertThat(prove(new ProofCase("Listener", "nginx", false, List.of(NGINX)))
                        .rules())
                .extracting(RuleProof::verdict)
                .containsExactly(Verdict.UNTESTED, Verdict.UNTESTED);
    }

    @Test
    void theExceptionsOfTeamsAreInForce() {
        String exceptions = """
                - rule: Listener
                  exceptions: [{name: ports, values: [[80]]}]
                  override: {exceptions: append}
                """;
        Outcome<PolicyProof> outcome =
                outcome(List.of(RULES, exceptions), new ProofCase("Listener", "nc", true, List.of(NC)));
        assertThat(outcome.diagnostics()).isEmpty();
        assertThat(outcome.value().orElseThrow().rules().getFirst().verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aCounterFixtureOfNoRuleAndAnEventThatFalcoDropsAreErrors() {
        Outcome<PolicyProof> outcome = outcome(
                List.of(RULES),
                new ProofCase("None", "x", true, List.of(NC)),
                new ProofCase("Listener", "y", true, List.of("{\"kind\":\"Event\"}")));
        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "p.yaml: a counter-fixture belongs to a rule that was not generated: None",
                        "the counter-fixture \"y\" of \"Listener\" cannot be used: stageTimestamp missing or malformed");
    }

    private static PolicyProof prove(ProofCase... cases) {
        Outcome<PolicyProof> outcome = outcome(List.of(RULES), cases);
        assertThat(outcome.diagnostics()).isEmpty();
        return outcome.value().orElseThrow();
    }

    private static Outcome<PolicyProof> outcome(List<String> rules, ProofCase... cases) {
        Policy policy = PolicyReader.read(
                        SourceFile.of("p.yaml", POLICY), Templates.builtIn().kinds())
                .value()
                .orElseThrow()
                .getFirst();
        RulesInForce loaded = RulesInForce.load(
                        rules.stream().map(text -> SourceFile.of("rules.yaml", text)), Emulation.DEFAULT)
                .value()
                .orElseThrow();
        return new ProofRunner(() -> {}).prove(policy, "p.yaml", loaded, List.of(cases));
    }
}
