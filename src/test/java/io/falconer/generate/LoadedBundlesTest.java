package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.engine.RulesInForce;
import io.falconer.ruleset.Emulation;
import io.falconer.template.Templates;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedBundlesTest {
    private static final String POLICY = """
            apiVersion: falconer/v1alpha1
            kind: DetectionPolicy
            metadata: {name: %s}
            spec:
              controls:
                - {kind: ResourceLimits, limits: [cpu]}
            """;

    @Test
    void whatAPolicyBecameIsLoadedOnceForProofsAndSuites() {
        SourceFile policy = SourceFile.of("p.yaml", POLICY.formatted("one"));
        LoadedBundles bundles = new LoadedBundles(Emulation.DEFAULT, generate(policy));
        RulesInForce proven =
                bundles.load(known(bundles, policy).getFirst()).value().orElseThrow();
        assertThat(underTest(bundles, policy, "one").value()).containsSame(proven);
    }

    @Test
    void severalPoliciesOfAFileAreInForceTogether() {
        SourceFile both = SourceFile.of("p.yaml", POLICY.formatted("one") + "---\n" + POLICY.formatted("two"));
        LoadedBundles bundles = new LoadedBundles(Emulation.DEFAULT, generate(both));
        assertThat(known(bundles, both)).hasSize(2);
        assertThat(underTest(bundles, both, "two").value().orElseThrow().names())
                .isNotEmpty()
                .allMatch(name -> name.startsWith("two: "));
    }

    @Test
    void anotherTextIsAnotherPolicy() {
        LoadedBundles bundles =
                new LoadedBundles(Emulation.DEFAULT, generate(SourceFile.of("p.yaml", POLICY.formatted("one"))));
        SourceFile changed = SourceFile.of("p.yaml", POLICY.formatted("one").replace("cpu", "memory"));
        assertThat(bundles.of(changed, each -> true)).isEmpty();
        assertThat(underTest(bundles, changed, "one").diagnostics())
                .as("is generated again, and no template exists for that")
                .isNotEmpty();
    }

    /** Each version of Falco reads the file itself, and the rules are the same in all of them. */
    @Test
    void aPolicyIsGeneratedOnceForAllVersions() {
        PolicyFiles files = new PolicyFiles(Templates.builtIn(), LocalDate.EPOCH);
        Bundle first = only(files);
        assertThat(only(files)).isSameAs(first);
    }

    private static Bundle only(PolicyFiles files) {
        return files.bundles(SourceFile.of("p.yaml", POLICY.formatted("one")), each -> true)
                .value()
                .orElseThrow()
                .getFirst();
    }

    private static List<Bundle> known(LoadedBundles bundles, SourceFile policy) {
        return bundles.of(policy, each -> true);
    }

    private static List<Bundle> generate(SourceFile policy) {
        return new PolicyFiles(Templates.builtIn(), LocalDate.EPOCH)
                .bundles(List.of(policy))
                .value()
                .orElseThrow();
    }

    /** Without templates, generating again fails. */
    private static Outcome<RulesInForce> underTest(LoadedBundles bundles, SourceFile policy, String name) {
        return bundles.load(
                policy, each -> each.name().equals(name), new PolicyFiles(Templates.none(), LocalDate.EPOCH));
    }
}
