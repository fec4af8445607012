package io.falconer.lint;

import io.falconer.condition.Operator;
import io.falconer.field.EventSource;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.util.List;
import java.util.Set;

/** Finds {@code evt.dir = >}: Falco only sees the exits of system calls, so the clause never holds (section 7.1). */
final class EnterEvents {
    private EnterEvents() {}

    static List<RuleFinding> of(Rule rule) {
        if (rule.source() != EventSource.SYSCALL) {
            return List.of();
        }
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause ->
                        clause.isAbout("evt.dir") && (clause.positive() ? neverHolds(clause) : alwaysHolds(clause)))
                .limit(Findings.MOST)
                .map(clause -> RuleFinding.of(
                                rule,
                                clause.comparison().span(),
                                "enter-event",
                                "Falco no longer sees enter events, so "
                                        + Quotes.around((clause.positive() ? "" : "not ") + clause) + " is never true")
                        .withHint("delete the clause: every event is the exit of its system call"))
                .toList();
    }

    private static boolean alwaysHolds(SignedComparison clause) {
        return clause.comparesWhole() && clause.texts().contains("<") == (clause.operator() != Operator.NE);
    }

    private static boolean neverHolds(SignedComparison clause) {
        return clause.comparesWhole()
                && (clause.operator() == Operator.NE
                        ? clause.texts().equals(Set.of("<"))
                        : !clause.texts().contains("<"));
    }
}
