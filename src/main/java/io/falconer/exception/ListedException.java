package io.falconer.exception;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One exception, and what is known about it.
 *
 * @param name its name in a policy; of a rules file, the name of the exception and the number of the value, from 1
 * @param from what it excepts from: controls of a policy, or a rule
 * @param reason why it exists; empty if nothing says so
 * @param expires its last day
 * @param silences what it silences, a sentence without a full stop
 * @param place where it is written
 * @param use what it silenced in recorded events; empty if there are none
 * @param findings what is wrong with it
 */
public record ListedException(
        String name,
        List<String> from,
        Optional<String> team,
        Optional<String> owner,
        String reason,
        Optional<LocalDate> expires,
        String silences,
        Location place,
        Optional<ExceptionUse> use,
        List<Diagnostic> findings) {
    public ListedException {
        from = List.copyOf(from);
        findings = findings.stream()
                .sorted(Comparator.comparing(Diagnostic::code).thenComparing(Diagnostic::message))
                .toList();
    }

    /** The days until its last day, negative if that has passed; empty if it does not end. */
    public OptionalLong daysLeft(LocalDate today) {
        return expires.map(day -> OptionalLong.of(ChronoUnit.DAYS.between(today, day)))
                .orElse(OptionalLong.empty());
    }

    /** Whether it is no longer valid. */
    public boolean expired(LocalDate today) {
        return expires.map(today::isAfter).orElse(false);
    }

    /** Who answers for it: the owner, else the team. */
    public Optional<String> answerable() {
        return owner.or(() -> team);
    }

    /** The same with what it silenced. */
    public ListedException with(ExceptionUse counted) {
        return new ListedException(
                name, from, team, owner, reason, expires, silences, place, Optional.of(counted), findings);
    }

    /** The same with more findings. */
    public ListedException with(List<Diagnostic> more) {
        return new ListedException(
                name,
                from,
                team,
                owner,
                reason,
                expires,
                silences,
                place,
                use,
                Stream.concat(findings.stream(), more.stream()).toList());
    }
}
