package io.falconer.exception;

import io.falconer.generate.ExceptionWarnings;
import io.falconer.text.Diagnostic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long exceptions may be valid.
 *
 * @param today the day from which days count
 * @param warnBefore how many days before its end an exception is about to expire
 * @param maxAge for how many days from today an exception may be valid; empty if there is no limit
 * @param isOfRules whether the exceptions are those of rules files. Their last days are comments, which Falco does not read
 */
public record ExceptionLimits(LocalDate today, int warnBefore, OptionalInt maxAge, boolean isOfRules) {
    /**
     * What is wrong with the days of an exception, and with its use if events were judged.
     *
     * @param seen whether there were events of all sources from whose rules it excepts
     */
    public ListedException judge(ListedException listed, boolean seen) {
        List<Diagnostic> findings = new ArrayList<>();
        String subject = "exception \"" + listed.name() + "\"";
        listed.expires()
                .flatMap(day -> isOfRules
                        ? ExceptionWarnings.ofStatedEnd(subject, day, today, warnBefore, listed.place())
                        : ExceptionWarnings.ofEnd(subject, day, today, warnBefore, listed.place()))
                .ifPresent(findings::add);
        tooLong(subject, listed).ifPresent(findings::add);
        if (seen
                && (isOfRules || !listed.expired(today))
                && listed.use().filter(ExceptionUse.NONE::equals).isPresent()) {
            findings.add(Diagnostic.warning(
                            "unused-exception", subject + " silenced no alert of the recorded events", listed.place())
                    .withHint("delete it if the events are those of a long enough time"));
        }
        return listed.with(findings);
    }

    private Optional<Diagnostic> tooLong(String subject, ListedException listed) {
        if (maxAge.isEmpty()) {
            return Optional.empty();
        }
        LocalDate latest = today.plusDays(maxAge.getAsInt());
        if (listed.expires().isPresent() && !listed.expires().orElseThrow().isAfter(latest)) {
            return Optional.empty();
        }
        String how = listed.expires().map(day -> " is valid until " + day).orElse(" never expires");
        return Optional.of(Diagnostic.warning("long-exception", subject + how, listed.place())
                .withHint("let it expire on " + latest + " or before, and decide again then"));
    }
}
