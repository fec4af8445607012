package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.report.TapStream.Point;
import io.falconer.suite.Results;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapReportTest {
    @TempDir
    Path directory;

    @Test
    void aTestThatFailsIsNotOk() {
        assertThat(points(Example.passing(directory))).extracting(Point::ok).containsExactly(true);
        Point failed = points(Example.failing(directory)).getFirst();
        assertThat(failed.ok()).isFalse();
        assertThat(failed.block().orElseThrow())
                .containsEntry("message", "demo: Container without cpu limit fired, but not as expected")
                .containsEntry("severity", "fail");
        assertThat(failed.block().orElseThrow().get("findings").toString())
                .contains("at={file=demo_test.yaml, line=9, column=5}", "expected  joe");
    }

    @Test
    void aRuleIsOkIfItIsProven() {
        assertThat(points(Example.rule(true))).extracting(Point::ok).containsExactly(true);
        assertThat(points(Example.rule(false))).extracting(Point::ok).containsExactly(false);
        assertThat(points(Example.policy(directory)).subList(0, 3))
                .extracting(Point::ok)
                .containsExactly(false, true, false);
    }

    @Test
    void whateverTestsAreCalledTheStreamIsReadBack() {
        List<Point> points = points(Example.hostile(directory));
        String shown = "\"'<b>&amp;]]>  [31m  \uFEFF|`` ``` # SKIP \\\\| {0} [x](y) %0A::,_*~$! 1 not ok 1 ::error::x"
                + "  </details> ... --- \uD83D\uDC0B   end\\";
        assertThat(points).extracting(Point::description).contains(shown + " > warning " + shown);
        assertThat(points.getLast().skip()).contains(shown + " # TODO");
        assertThat(points).filteredOn(p -> !p.ok()).hasSize(7).allMatch(p -> p.block()
                .isPresent());
    }

    @Test
    void aTestThatOnlyWarnsIsOkAndSaysSo() {
        Point warning = points(Example.hostile(directory)).stream()
                .filter(p -> p.description().contains("> warning"))
                .findFirst()
                .orElseThrow();
        assertThat(warning.ok()).isTrue();
        assertThat(warning.block().orElseThrow()).containsEntry("severity", "warning");
    }

    @Test
    void withoutAnyTestThePlanSaysSo() {
        assertThat(new TapReport().of(Results.of(List.of(), List.of())))
                .isEqualTo("TAP version 14\n1..0 # SKIP no rules and no tests\n");
    }

    @Test
    void aSkippedTestIsOkWithItsReason() {
        assertThat(points(Example.suite(directory)).getLast())
                .isEqualTo(new Point(
                        true, "demo > not yet", Optional.of("the upstream rule is being fixed"), Optional.empty()));
    }

    private static List<Point> points(Results results) {
        return TapStream.read(new TapReport().of(results));
    }
}
