package io.falconer.report;

import io.falconer.suite.Status;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An entry of a report: a rule of a policy or a test of a suite.
 *
 * @param status how it ended; a rule without a good verdict failed
 * @param verdict the verdict on a rule in words, as lines that end with LF
 * @param place the place of a test
 * @param skip why a test was not run
 * @param problems the failures and warnings
 */
record ReportedCase(
        String name,
        Status status,
        Optional<String> verdict,
        Optional<Location> place,
        Optional<String> skip,
        List<ReportedProblem> problems) {
    ReportedCase {
        problems = List.copyOf(problems);
    }

    /** The problems of this severity. */
    List<ReportedProblem> problems(Severity severity) {
        return problems.stream().filter(f -> f.severity() == severity).toList();
    }

    /** The details of all problems, one after the other. */
    static String text(List<ReportedProblem> problems) {
        return problems.stream().map(ReportedProblem::text).collect(Collectors.joining());
    }

    /** The first headline, and the number of those that follow. */
    static String headline(List<ReportedProblem> problems) {
        int more = problems.size() - 1;
        return problems.getFirst().headline() + (more == 0 ? "" : " (and " + more + " more)");
    }
}
