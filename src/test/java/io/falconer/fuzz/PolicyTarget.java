package io.falconer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.engine.RulesInForce;
import io.falconer.generate.Bundle;
import io.falconer.generate.GeneratedFile;
import io.falconer.generate.LoadedBundles;
import io.falconer.generate.PolicyFiles;
import io.falconer.policy.PolicyReader;
import io.falconer.ruleset.Emulation;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.ProofRunner;
import io.falconer.suite.RuleProof;
import io.falconer.suite.SuiteReader;
import io.falconer.template.Templates;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;

/** A policy is refused with places in it, or its rules load, do what the policy says, and its suite can be read. */
final class PolicyTarget implements FuzzTarget {
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public List<byte[]> seeds() {
        return TestInputs.ofKind(PolicyReader.KIND);
    }

    @Override
    public void check(byte[] input) {
        Outcome<SourceFile> source = TextFile.read("policy.yaml", () -> new ByteArrayInputStream(input));
        ShownProblems.check(source.diagnostics());
        source.value().ifPresent(file -> check(file, Templates.builtIn()));
    }

    /** The same for the text of a policy that may use these templates. */
    static void check(SourceFile source, Templates templates) {
        Outcome<List<Bundle>> bundles = new PolicyFiles(templates, AS_OF).bundles(List.of(source));
        ShownProblems.check(bundles.diagnostics());
        for (Bundle bundle : bundles.value().orElse(List.of())) {
            RulesInForce rules = loaded(bundle);
            Outcome<PolicyProof> proof =
                    new ProofRunner(() -> {}).prove(bundle.policy(), source.name(), rules, bundle.proofs());
            assertThat(proof.diagnostics()).isEmpty();
            assertThat(proof.value().orElseThrow().rules())
                    .extracting(RuleProof::verdict)
                    .doesNotContain(RuleProof.Verdict.FAILED);
            bundle.suite().forEach(PolicyTarget::readable);
        }
    }

    private static RulesInForce loaded(Bundle bundle) {
        Outcome<RulesInForce> rules = new LoadedBundles(Emulation.DEFAULT, List.of(bundle)).load(bundle);
        return rules.value().orElseThrow(() -> new AssertionError(rules.diagnostics() + "\n" + bundle.rulesFiles()));
    }

    private static void readable(GeneratedFile file) {
        if (file.path().endsWith("_test.yaml")) {
            assertThat(SuiteReader.read(SourceFile.of(file.path(), file.text())).diagnostics())
                    .isEmpty();
        }
    }
}
