package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.generate.Bundle;
import io.falconer.generate.Generator;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyReader;
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
                .containsOnly(RuleProof.Verdict.PROVEN);
    }

    @Test
    void thePolicysRulesAreProven() {
        SourceFile source = read(DIRECTORY + "policy.yaml");
        Policy policy = PolicyReader.read(source, Templates.builtIn().kinds())
                .value()
                .orElseThrow()
                .getFirst();
        Outcome<Bundle> bundle = Generator.generate(policy, Templates.builtIn(), LocalDate.EPOCH);
        Outcome<PolicyProof> proof = new ProofRunner(new LoadedBundles(Emulation.DEFAULT, List.of()), () -> {})
                .prove(bundle.value().orElseThrow(), source.name());
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
                        new LoadedBundles(Emulation.DEFAULT, List.of()),
                        Templates.builtIn(),
                        LocalDate.EPOCH,
                        Path.of(""),
                        () -> {})
                .run(suites.value().orElseThrow().getFirst());
        assertThat(outcome.diagnostics()).isEmpty();
        return outcome.value().orElseThrow();
    }

    private static SourceFile read(String file) {
        return TextFile.read(file, Path.of(file)).value().orElseThrow();
    }
}
