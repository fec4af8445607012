package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.suite.CoverageRequest;
import io.falconer.suite.Results;
import io.falconer.text.Style;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where coverage is required, no report may look as if all held. */
class CoverageReportTest {
    private static final String UNSILENCED = "demo: Container without cpu limit";
    private static final String UNFIRED =
            "Someone who has a very long name for what is really only a plain listening socket";

    @TempDir
    Path directory;

    @Test
    void everyReportNamesRulesWithoutATestWhereThereMustBeNone() {
        Results results = Example.uncovered(directory);
        for (Report report : reports()) {
            assertThat(report.of(results))
                    .as(report.getClass().getSimpleName())
                    .contains(UNSILENCED)
                    .contains(UNFIRED);
        }
    }

    @Test
    void reportsForProgramsCountThemAsFailures() {
        Results results = Example.uncovered(directory);
        assertThat(new JUnitReport().of(results))
                .contains("<testsuite name=\"coverage of r.yaml\" tests=\"2\" failures=\"2\"")
                .contains("type=\"unfired\"", "type=\"unsilenced\"");
        assertThat(new TapReport().of(results)).contains("not ok 2 - coverage of r.yaml > ");
        assertThat(new GithubReport().of(results)).contains("::error file=r.yaml,line=7,");
        assertThat(new SarifReport("1").of(results)).contains("\"ruleId\" : \"unfired\"");
        assertThat(new JsonReport().of(results)).contains("\"holds\" : false");
    }

    @Test
    void whereTheyAreNoFailureTheyAreOnlyListed() {
        Results results = Example.passing(directory).withCoverage(CoverageRequest.ofRules(false));
        assertThat(new TextReport(Style.PLAIN, Detail.SUMMARY).of(results)).contains("1 rule not fired by any test:\n");
        assertThat(new MarkdownReport(Detail.SUMMARY).of(results))
                .startsWith("### Falconer: passed\n")
                .contains("<summary>Rules without a test</summary>");
        assertThat(new JUnitReport().of(results)).doesNotContain("coverage");
        assertThat(new TapReport().of(results)).doesNotContain("not ok");
        assertThat(new GithubReport().of(results)).isEmpty();
        assertThat(new SarifReport("1").of(results)).contains("\"results\" : [ ]");
    }

    private static List<Report> reports() {
        return List.of(
                new TextReport(Style.PLAIN, Detail.FAILURES),
                new JsonReport(),
                new JUnitReport(),
                new TapReport(),
                new GithubReport(),
                new SarifReport("1"),
                new MarkdownReport(Detail.FAILURES));
    }
}
