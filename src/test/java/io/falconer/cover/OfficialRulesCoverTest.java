package io.falconer.cover;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every feasible outcome of Falco's own rules has an event, and the suites pass. */
class OfficialRulesCoverTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"falco-rules-5.1.0, 25, 60", "k8saudit-rules-0.18.0, 48, 80"})
    void areCovered(String release, int rules, int impossible) throws IOException {
        CoverRun run = CoverRun.of(directory, Files.readString(Shared.path("releases/" + release + ".yaml")));

        assertThat(run.covered()).hasSize(rules);
        assertThat(run.covered().stream().flatMap(CoveredRule::undecided)).isEmpty();
        assertThat(run.covered().stream().flatMap(CoveredRule::impossible)).hasSize(impossible);
        assertThat(run.covered())
                .allSatisfy(rule -> assertThat(rule.events()).hasSizeLessThanOrEqualTo(rule.missing() + 1));
        assertThat(run.failed()).isEmpty();
        assertThat(run.after(run.suite()))
                .allSatisfy(rule -> assertThat(rule.events()).isEmpty());
    }
}
