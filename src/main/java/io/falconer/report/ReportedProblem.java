package io.falconer.report;

import io.falconer.event.Origin;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import java.util.List;
import java.util.Optional;

/**
 * One way in which a rule or a test is not as it should be, ready to be told.
 *
 * @param kind the id of a {@link ProblemKind}, or the code of an error
 * @param severity an error, or a warning where the results hold nevertheless
 * @param subject the test or counter-fixture in which it was seen; empty if it was in none
 * @param rule the rule that it is about; empty if a test could not be run
 * @param headline what is wrong, in a sentence without a full stop
 * @param details all that is known of it, indented lines ended by LF
 * @param path the file to look into
 * @param place the place in it, if there is one
 * @param events where the events in which it was seen stand
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

    /** Headline and details. */
    String text() {
        return headline + "\n" + details;
    }

    /** Whether a problem of the test that it names tells the same: reports of problems need it only once. */
    boolean isToldByTest() {
        return kind.equals(ProblemKind.FAILED_TEST.id());
    }
}
