package io.falconer.report;

import io.falconer.suite.Status;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.TestResult;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Results of suites as sections of reports: a case for each test. */
final class SuiteSections {
    private final ReportedProblems reported = new ReportedProblems();

    Section of(SuiteResult suite) {
        String path = suite.suite().location().source().name();
        return new Section(
                Section.Kind.SUITE,
                suite.suite().name(),
                path,
                suite.tests().stream().map(t -> test(t, path)).toList());
    }

    private ReportedCase test(TestResult result, String path) {
        String name = result.test().name();
        List<ReportedProblem> problems = new ArrayList<>();
        result.errors()
                .forEach(e -> problems.add(ReportedProblems.error(
                        e, e.location().or(() -> Optional.of(result.test().location())), name, path)));
        result.failures().forEach(f -> problems.add(reported.of(f, Severity.ERROR, name, "", path)));
        result.warnings().forEach(f -> problems.add(reported.of(f, Severity.WARNING, name, "", path)));
        if (result.status() == Status.UNRELIABLE) {
            result.unreliable().forEach(field -> problems.add(unreliable(field, name)));
        }
        return new ReportedCase(
                name,
                result.status(),
                Optional.empty(),
                Optional.of(result.test().location()),
                result.test().skip(),
                problems);
    }

    /** A field that a rule under test reads wrongly, where the rule reads it. */
    private static ReportedProblem unreliable(Diagnostic field, String test) {
        Location place = field.location().orElseThrow();
        return ReportedProblems.unreliable(
                field, Optional.empty(), test, place.source().name(), Optional.of(place));
    }
}
