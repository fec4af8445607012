package io.falconer.lint;

import io.falconer.field.EventSource;
import io.falconer.ruleset.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Finds rules for {@code open} that omit {@code openat}, which nearly every program calls, or {@code openat2}. */
final class OpenWithoutOpenat {
    private OpenWithoutOpenat() {}

    static List<RuleFinding> of(Rule rule) {
        if (rule.source() != EventSource.SYSCALL) {
            return List.of();
        }
        List<SignedComparison> types = SignedComparison.of(rule.condition()).stream()
                .filter(clause -> clause.isAbout("evt.type") && clause.comparesWhole())
                .toList();
        List<String> missing = Stream.of("openat", "openat2")
                .filter(name ->
                        types.stream().noneMatch(clause -> clause.texts().contains(name)))
                .toList();
        return types.stream()
                .filter(clause -> clause.positive()
                        && clause.isEquality()
                        && !missing.isEmpty()
                        && clause.texts().contains("open"))
                .limit(1)
                .map(clause -> RuleFinding.warning(
                                rule,
                                clause.comparison().span(),
                                "open-without-openat",
                                "open does not cover " + String.join(" and ", missing)
                                        + (missing.contains("openat")
                                                ? ", which are separate event types; current C libraries call openat"
                                                : ", a separate event type"))
                        .withHint("evt.type in (open, openat, openat2)"))
                .toList();
    }
}
