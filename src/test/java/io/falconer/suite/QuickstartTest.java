package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.engine.RulesInForce;
import io.falconer.generate.BuiltInRules;
import io.falconer.generate.Bundle;
import io.falconer.generate.PolicyFiles;
import io.falconer.report.Detail;
import io.falconer.report.TextReport;
import io.falconer.ruleset.Emulation;
import io.falconer.template.Templates;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.Style;
import io.falconer.text.TextFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suites of the quick start hold. */
class QuickstartTest {
    private static final String DIRECTORY = "fixtures/quickstart/";

    @ParameterizedTest
    @ValueSource(strings = {"quickstart_test.yaml", "article_test.yaml"})
    void theQuickStartsSuitesPass(String file) {
        SuiteResult result = run(DIRECTORY + file);
        assertThat(result.tests()).allSatisfy(t -> {
            assertThat(t.errors()).isEmpty();
            assertThat(t.failures()).isEmpty();
        });
    }

    @Test
    void theArticlesRulesAreShownToFireAndToStaySilent() {
        assertThat(run(DIRECTORY + "article_test.yaml").rules())
                .hasSize(2)
                .extracting(RuleProof::verdict)
                .containsOnly(RuleProof.Verdict.TESTED);
    }

    @Test
    void thePolicysRulesAreProven() {
        SourceFile source = read(DIRECTORY + "policy.yaml");
        Bundle bundle = new PolicyFiles(Templates.builtIn(), LocalDate.EPOCH)
                .bundles(List.of(source))
                .value()
                .orElseThrow()
                .getFirst();
        RulesInForce rules = BuiltInRules.of(source, each -> true).value().orElseThrow();
        Outcome<PolicyProof> proof =
                new ProofRunner(() -> {}).prove(bundle.policy(), source.name(), rules, bundle.proofs());
        assertThat(proof.diagnostics()).isEmpty();
        Results results =
                Results.of(List.of(proof.value().orElseThrow()), List.of(run(DIRECTORY + "quickstart_test.yaml")));
        assertThat(results.hold())
                .as(new TextReport(Style.PLAIN, Detail.SUMMARY).of(results))
                .isTrue();
    }

    private static SuiteResult run(String file) {
        Outcome<List<Suite>> suites =
                SuiteReader.read(TextFile.read(file, Path.of(file)).value().orElseThrow());
        assertThat(suites.diagnostics()).isEmpty();
        Outcome<SuiteResult> outcome = new SuiteRunner(
                        Emulation.DEFAULT, BuiltInRules::of, new ReferencedFiles(Path.of("")), () -> {})
                .run(suites.value().orElseThrow().getFirst());
        assertThat(outcome.diagnostics()).isEmpty();
        return outcome.value().orElseThrow();
    }

    private static SourceFile read(String file) {
        return TextFile.read(file, Path.of(file)).value().orElseThrow();
    }
}
