package io.falconer.report;

import io.falconer.suite.Status;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a report tells one by one: a rule of a policy or a test of a suite.
 *
 * @param status how it ended; a rule that is not proven failed
 * @param place where a test stands
 * @param skip why a test was not run
 * @param problems what is not as it should be, errors and warnings
 */
record ReportedCase(
        String name, Status status, Optional<Location> place, Optional<String> skip, List<ReportedProblem> problems) {
    ReportedCase {
        problems = List.copyOf(problems);
    }

    /** The problems of this severity. */
    List<ReportedProblem> problems(Severity severity) {
        return problems.stream().filter(f -> f.severity() == severity).toList();
    }

    /** All that is known of the problems, one after the other. */
    static String text(List<ReportedProblem> problems) {
        return problems.stream().map(ReportedProblem::text).collect(Collectors.joining());
    }

    /** The first headline, and how many follow. */
    static String headline(List<ReportedProblem> problems) {
        int more = problems.size() - 1;
        return problems.getFirst().headline() + (more == 0 ? "" : " (and " + more + " more)");
    }
}
