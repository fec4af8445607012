package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.meaning.RuleClaim;
import io.falconer.model.Statement;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.verify.Decision;
import io.falconer.verify.MeaningProofs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A mistake in any clause of a generated condition is refuted, or proved to make no difference. This guards the proofs
 * themselves. Where a check asks for a value in a container, the
 * checks that a container is there make no difference. Only a boolean that is true starts with "true". Every text starts with
 * and contains the empty one.
 */
class MutatedRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: ResourceLimits, limits: [cpu], requests: [memory]}                                  | 0
            {kind: AllowedImages, allow: [{namespaces: [a], images: [nginx, "quay.io/x/*"]}]}          | 1
            {kind: WorkloadSecurity, checks: [privileged, readOnlyRootFilesystem]}                     | 10
            {kind: AllowedImages, requireDigest: true}                                                 | 1
            {kind: AllowedImages, denyTags: [latest, dev]}                                             | 2
            """)
    void areRefuted(String control, int equivalent) throws Exception {
        assertRefuted("match: {excludeNamespaces: [\"kube-*\"]}", control, equivalent);
    }

    /**
     * In the admitted view, in which no patch hides the settings of a pod. Only one type of a profile begins as it does, and
     * only the user 0 with 0. A volume of a known type that is not allowed is also none of those that are.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: WorkloadSecurity, profile: restricted}                                              | 67
            {kind: WorkloadSecurity, checks: [capabilities, procMount, runAsNonRoot, seccompProfile]} | 23
            """)
    void ofWorkloadsAreRefuted(String control, int equivalent) throws Exception {
        assertRefuted("view: admitted", control, equivalent);
    }

    private static void assertRefuted(String scope, String control, int equivalent) throws Exception {
        Bundle bundle = Bundles.of("maxContainers: 1\n" + scope + "\ncontrols: [" + control + "]");
        RulesInForce rules = new LoadedBundles(Emulation.DEFAULT, List.of(bundle))
                .load(bundle)
                .value()
                .orElseThrow();
        MeaningProofs proofs = new MeaningProofs(rules.engine(RuleMatching.ALL), Falco.NEWEST, () -> false);
        List<String> same = new ArrayList<>();
        int count = 0;
        for (RuleClaim claim : bundle.claims()) {
            Rule rule = rules.rule(claim.rule());
            List<Rule> instead = claim.instead().stream().map(rules::rule).toList();
            Optional<Statement> known = claim.meaning().statement();
            if (known.isEmpty()) {
                continue;
            }
            Statement meaning = known.get();
            for (ConditionMutants.Mutant mutant : ConditionMutants.of(rule.condition())) {
                Rule changed = with(rule, mutant.condition());
                List<Rule> all = new ArrayList<>(List.of(changed));
                all.addAll(instead);
                Engine engine = Engine.of(new RuleSet(all), RuleMatching.ALL, Priority.DEBUG);
                Decision decision = proofs.with(engine).decide(changed, meaning, instead);
                String shown = mutant.change() + ": " + ConditionPrinter.print(mutant.condition());
                assertThat(List.of(decision.over(), decision.under()))
                        .as(shown)
                        .noneMatch(Decision.Open.class::isInstance);
                if (decision.isProved()) {
                    same.add(shown);
                }
                count++;
            }
        }
        assertThat(count).isGreaterThan(40);
        assertThat(same).hasSize(equivalent);
    }

    static Rule with(Rule rule, Expr condition) {
        return new Rule(
                rule.name(),
                rule.source(),
                condition,
                rule.output(),
                rule.priority(),
                rule.tags(),
                rule.enabled(),
                rule.description(),
                rule.place(),
                rule.sources());
    }
}
