package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.ruleset.Emulation;
import io.falconer.template.Templates;
import io.falconer.text.Outcome;
import io.falconer.text.TextFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suites of the quick start hold. */
class QuickstartTest {
    private static final String DIRECTORY = "fixtures/quickstart/";

    @ParameterizedTest
    @ValueSource(strings = {"article_test.yaml"})
    void theQuickStartsSuitesPass(String file) {
        SuiteResult result = run(DIRECTORY + file);
        assertThat(result.tests()).allSatisfy(t -> {
            assertThat(t.errors()).isEmpty();
            assertThat(t.failures()).isEmpty();
        });
        assertThat(result.rules()).extracting(RuleProof::verdict).containsOnly(RuleProof.Verdict.PROVEN);
    }

    private static SuiteResult run(String file) {
        Outcome<List<Suite>> suites =
                SuiteReader.read(TextFile.read(file, Path.of(file)).value().orElseThrow());
        assertThat(suites.diagnostics()).isEmpty();
        Outcome<SuiteResult> outcome = new SuiteRunner(
                        Emulation.DEFAULT, Templates.builtIn(), LocalDate.EPOCH, Path.of(""))
                .run(suites.value().orElseThrow().getFirst());
        assertThat(outcome.diagnostics()).isEmpty();
        return outcome.value().orElseThrow();
    }
}
