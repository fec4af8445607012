package io.falconer.exception;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * The exceptions of policies or rules, judged.
 *
 * @param today the day from which days count
 * @param warnBefore how many days before their end exceptions are about to expire
 * @param exceptions in the order in which they are written
 * @param events the number of recorded events that were judged; empty if there were none to judge
 * @param undecided the number of exceptions of which it is not known whether they have an effect
 */
public record ExceptionReview(
        LocalDate today, int warnBefore, List<ListedException> exceptions, OptionalLong events, int undecided) {
    public ExceptionReview {
        exceptions = List.copyOf(exceptions);
    }

    /** Whether something is wrong with any of them. */
    public boolean hasFindings() {
        return exceptions.stream().anyMatch(each -> !each.findings().isEmpty());
    }

    /** The number of exceptions with a finding. */
    public long withFindings() {
        return exceptions.stream().filter(each -> !each.findings().isEmpty()).count();
    }
}
