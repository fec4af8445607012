package io.falconer.report;

import io.falconer.event.Origin;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A failure or warning about a rule or a test, ready to be reported.
 *
 * @param kind the id of a {@link ProblemKind}, or the code of an error
 * @param severity an error, or a warning if the results hold anyway
 * @param subject the test or counter-fixture that shows it; empty if there is none
 * @param rule the rule that it concerns; empty if a test could not be run
 * @param headline the problem, in a sentence without a full stop
 * @param details all details, as indented lines that end with LF
 * @param path the file that contains it
 * @param place the place in it, if there is one
 * @param events the places of the events that show it
 */
record ReportedProblem(
        String kind,
        Severity severity,
        String subject,
        Optional<String> rule,
        String headline,
        String details,
        String path,
        Optional<Location> place,
        List<Origin> events) {
    ReportedProblem {
        events = List.copyOf(events);
    }

    /** The headline and the details. */
    String text() {
        return headline + "\n" + details;
    }

    /** Whether a problem of the test that it names reports the same. Reports of problems need it only once. */
    boolean isToldByTest() {
        return kind.equals(ProblemKind.FAILED_TEST.id());
    }
}
