package io.falconer.report;

import io.falconer.engine.Alert;
import io.falconer.event.Origin;
import io.falconer.suite.Failure;
import io.falconer.suite.Silence;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import io.falconer.text.Snippet;
import io.falconer.text.Style;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with rules and tests, as problems of reports. */
final class ReportedProblems {
    private final FailureText text = new FailureText(Style.PLAIN);

    /** @param before lines to show before those about the failure */
    ReportedProblem of(Failure failure, Severity severity, String subject, String before, String path) {
        ProblemKind kind = ProblemKind.of(failure);
        return new ReportedProblem(
                kind.id(),
                severity,
                subject,
                Optional.of(failure.rule()),
                failure.rule() + " " + kind.words(),
                before + text.details(failure).indent(-2),
                failure.place().map(p -> p.source().name()).orElse(path),
                failure.place(),
                failure.place().isPresent()
                        ? events(failure)
                        : List.of()); // no file contains the events of counter-fixtures
    }

    private static List<Origin> events(Failure failure) {
        Stream<Origin> events =
                switch (failure) {
                    case Failure.StayedSilent f ->
                        f.silences().stream().map(Silence::event).flatMap(Optional::stream);
                    case Failure.FiredOtherwise f -> Stream.of(origin(f.closest()));
                    case Failure.FiredTimes f -> f.alerts().stream().map(ReportedProblems::origin);
                    case Failure.FiredUnasked f -> f.alerts().stream().map(ReportedProblems::origin);
                };
        return events.distinct().toList();
    }

    private static Origin origin(Alert alert) {
        return alert.event().origin();
    }

    /** An error that kept rules or tests from being judged. */
    static ReportedProblem error(Diagnostic error, Optional<Location> place, String name, String path) {
        return new ReportedProblem(
                error.code(),
                Severity.ERROR,
                name,
                Optional.empty(),
                error.message(),
                snippet(error),
                error.location().map(l -> l.source().name()).orElse(path),
                place,
                List.of());
    }

    /** An error or warning about a file. */
    static ReportedProblem finding(Diagnostic finding, Severity severity, String path) {
        return new ReportedProblem(
                finding.code(),
                severity,
                "",
                Optional.empty(),
                finding.message(),
                snippet(finding),
                path,
                finding.location(),
                List.of());
    }

    /** The place, the source line and the hint; the headline contains the rest. */
    private static String snippet(Diagnostic error) {
        String shown = Snippet.of(error, Style.PLAIN);
        String place = error.location().map(l -> "at " + l + "\n").orElse("");
        return (place + shown.substring(shown.indexOf('\n') + 1)).indent(2);
    }

    /** A field that a rule reads wrongly. */
    static ReportedProblem unreliable(
            Diagnostic field, Optional<String> rule, String test, String path, Optional<Location> place) {
        return new ReportedProblem(
                ProblemKind.UNRELIABLE_FIELD.id(),
                Severity.ERROR,
                test,
                rule,
                field.message(),
                snippet(field),
                path,
                place,
                List.of());
    }
}
