package io.falconer.lint;

import io.falconer.field.EventSource;
import io.falconer.ruleset.Rule;
import java.util.List;

/** Finds rules for {@code accept} that omit {@code accept4}, which most servers call (section 7.1). */
final class AcceptWithoutAccept4 {
    private static final String EVENT_TYPE = "evt.type";

    private AcceptWithoutAccept4() {}

    static List<RuleFinding> of(Rule rule) {
        List<SignedComparison> clauses = SignedComparison.of(rule.condition()).stream()
                .filter(clause -> clause.isAbout(EVENT_TYPE) && clause.comparesWhole())
                .toList();
        if (rule.source() != EventSource.SYSCALL
                || clauses.stream().anyMatch(clause -> clause.texts().contains("accept4"))) {
            return List.of();
        }
        return clauses.stream()
                .filter(clause -> clause.positive()
                        && clause.isEquality()
                        && clause.texts().contains("accept"))
                .limit(1)
                .map(clause -> RuleFinding.warning(
                                rule,
                                clause.comparison().span(),
                                "accept-without-accept4",
                                "accept does not cover accept4, a separate event type that most servers (nginx, Go,"
                                        + " Java) call instead")
                        .withHint("evt.type in (accept, accept4)"))
                .toList();
    }
}
