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
import io.falconer.verify.SystemCallProofs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A mistake in any clause of a generated condition is refuted, or proved to make no difference. This guards the proofs
 * themselves. Where a check asks for a value in a container, the checks that a container is there make no difference, and all
 * pods have a first container. Where no image is allowed, the first container of a pod breaks the check already, whatever its
 * init containers do. Only a boolean that is true starts with "true". Every text starts with and contains the empty one.
 */
class MutatedRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: ResourceLimits, limits: [cpu], requests: [memory]}                                  | 0
            {kind: AllowedImages, allow: [{namespaces: [a], images: [nginx, "quay.io/x/*"]}]}          | 2
            {kind: WorkloadSecurity, checks: [privileged, readOnlyRootFilesystem]}                     | 11
            {kind: AllowedImages, requireDigest: true}                                                 | 1
            {kind: AllowedImages, denyTags: [latest, dev]}                                             | 3
            """)
    void areRefuted(String control, int equivalent) throws Exception {
        assertRefuted(
                "maxContainers: 1\nmatch: {excludeNamespaces: [\"kube-*\"]}\ncontrols: [" + control + "]", equivalent);
    }

    /**
     * In the admitted view, in which no patch hides the settings of a pod. Only one type of a profile begins as it does, and
     * only the user 0 with 0. A volume of a known type that is not allowed is also none of those that are.
     */
    @Tag("exhaustive")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: WorkloadSecurity, profile: restricted}                                              | 84
            {kind: WorkloadSecurity, checks: [capabilities, procMount, runAsNonRoot, seccompProfile]} | 29
            """)
    void ofWorkloadsAreRefuted(String control, int equivalent) throws Exception {
        assertRefuted("maxContainers: 1\nview: admitted\ncontrols: [" + control + "]", equivalent);
    }

    /**
     * Of objects, the response shows everything that counts, so that these rules are proved. RuntimeClasses have no namespace.
     * Only {@code false} starts with "false", and only the code 201 with "201". Whatever is in a
     * namespace of accounts is a service account, and no name of one contains that of another.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {excludeNamespaces: [ab]} | {kind: RuntimeClass, required: [gvisor, "a b"], handlers: [runsc]}            | 1
            {namespaces: ["a*"]}      | {kind: RuntimeClass, required: [gvisor], images: [nginx, "quay.io/x/*"]}      | 3
            {excludeNamespaces: [ab]} | {kind: ServiceAccounts, privilegedRoles: [cluster-admin, "a b"]}              | 4
            {namespaces: ["*a", b]}   | {kind: ProtectedObjects, resources: [limitranges, "a b"]}                     | 0
            {namespaces: ["*a"]}      | {kind: ServiceAccounts, checks: [forbiddenRequest, wildcardRole]}             | 6
            """)
    void ofAdmittedObjectsAreRefuted(String match, String control, int equivalent) throws Exception {
        assertRefuted(
                "maxContainers: 1\nview: admitted\nmatch: " + match + "\ncontrols: [" + control + "]", equivalent);
    }

    /** Only a boolean that is true starts with "true". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {excludeNamespaces: [ab]} | {kind: TokenAccess, allow: [{image: nginx, process: "a b"}, {image: "quay.io/*"}]} | 1
            {excludeNamespaces: [ab]} | {kind: ListeningSockets, allow: [{namespace: "b*", image: "docker.io/*", process: x, ports: [80]}]} | 0
            {}                        | {kind: ListeningSockets, containersOnly: false}                               | 0
            """)
    void ofSystemCallsAreRefuted(String match, String control, int equivalent) throws Exception {
        assertRefuted("match: " + match + "\ncontrols: [" + control + "]", equivalent);
    }

    private static void assertRefuted(String spec, int equivalent) throws Exception {
        Bundle bundle = Bundles.of(spec);
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
                Decision decision =
                        switch (rule.source()) {
                            case K8S_AUDIT -> proofs.with(engine).decide(changed, meaning, instead);
                            case SYSCALL ->
                                new SystemCallProofs(engine, Falco.NEWEST, () -> false).decide(changed, meaning);
                        };
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
        assertThat(count).isGreaterThan(7);
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
