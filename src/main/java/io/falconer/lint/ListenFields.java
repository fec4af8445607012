package io.falconer.lint;

import io.falconer.field.EventSource;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds comparisons of the ends of a connection on {@code listen}. A listening socket has no connection, and its own address
 * and port are those of the server (section 7.3).
 */
final class ListenFields {
    private static final Pattern END = Pattern.compile("fd\\.[clr](ip|port|proto|net)(?:\\.name)?");

    private static final Map<String, String> OWN =
            Map.of("ip", "fd.sip", "port", "fd.sport", "proto", "fd.sproto", "net", "fd.snet");

    private ListenFields() {}

    static List<RuleFinding> of(Rule rule) {
        if (rule.source() != EventSource.SYSCALL) {
            return List.of();
        }
        return SignedComparison.of(rule.condition()).stream()
                .flatMap(clause -> finding(rule, clause).stream())
                .limit(Findings.MOST)
                .toList();
    }

    private static Optional<RuleFinding> finding(Rule rule, SignedComparison clause) {
        Matcher end = END.matcher(clause.fieldName());
        if (!end.matches() || !isAboutListen(clause)) {
            return Optional.empty();
        }
        String own = OWN.getOrDefault(end.group(1), "fd.sip");
        return Optional.of(RuleFinding.warning(
                        rule,
                        clause.comparison().span(),
                        "unset-on-listen",
                        clause.fieldName() + " has no value on listen, so " + Quotes.around(clause.toString())
                                + " is never true there")
                .withHint("a listening socket has its own in " + own));
    }

    /** Whether the conjunctions around the clause allow listen. */
    private static boolean isAboutListen(SignedComparison clause) {
        List<SignedComparison> types = clause.around().about("evt.type");
        return !types.isEmpty() && types.stream().allMatch(type -> type.texts().contains("listen"));
    }
}
