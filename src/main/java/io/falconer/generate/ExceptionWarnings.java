package io.falconer.generate;

import io.falconer.policy.PolicyException;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What deserves a look at an exception, although it is valid: that it ends, and that it excepts everything of a team. */
public final class ExceptionWarnings {
    /** From how many days before its end a warning is given by default. */
    public static final int DAYS_BEFORE = 14;

    private ExceptionWarnings() {}

    /**
     * That an exception has expired ({@code expired-exception}) or is about to ({@code expiring-exception}).
     *
     * @param subject the exception in words: {@code exception "jane"}
     * @param expires its last day
     * @param days how many days before that day it is about to expire
     */
    public static Optional<Diagnostic> ofEnd(
            String subject, LocalDate expires, LocalDate today, int days, Location place) {
        return ofEnd(
                subject,
                expires,
                today,
                days,
                place,
                new Consequence(
                        " and is left out",
                        "delete it, or set a later day",
                        "after that day, the rules fire again on what it covers; fix the cause, or set a later day"));
    }

    /** The same for an exception in a rules file. Its last day is a comment, which does not end it. */
    public static Optional<Diagnostic> ofStatedEnd(
            String subject, LocalDate expires, LocalDate today, int days, Location place) {
        return ofEnd(
                subject,
                expires,
                today,
                days,
                place,
                new Consequence(
                        ", but Falco still applies it",
                        "delete it, or write a later day in its comment",
                        "Falco applies it after that day too; delete it then, or write a later day in its comment"));
    }

    /** What follows from the end of an exception, and what to do after it and before it. */
    private record Consequence(String expired, String after, String before) {}

    private static Optional<Diagnostic> ofEnd(
            String subject, LocalDate expires, LocalDate today, int days, Location place, Consequence consequence) {
        long left = ChronoUnit.DAYS.between(today, expires);
        if (left < 0) {
            return Optional.of(Diagnostic.warning(
                            "expired-exception", subject + " expired on " + expires + consequence.expired(), place)
                    .withHint(consequence.after()));
        }
        return left > days
                ? Optional.empty()
                : Optional.of(Diagnostic.warning(
                                "expiring-exception", subject + " expires on " + expires + ", " + in(left), place)
                        .withHint(consequence.before()));
    }

    private static String in(long days) {
        return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    }

    /** That an exception matches everything in the namespaces of its team ({@code wide-exception}). */
    public static Optional<Diagnostic> ofMatch(PolicyException exception) {
        return exception
                .team()
                .filter(team -> exception.match().keys().isEmpty())
                .map(team -> Diagnostic.warning(
                                "wide-exception",
                                "exception \"" + exception.name() + "\" silences its controls for everything of team "
                                        + team.name(),
                                exception.place())
                        .withHint("add \"match\" with an image, a process or a user, as narrow as the reason is"));
    }
}
