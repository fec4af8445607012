package io.falconer.lint;

import io.falconer.condition.Right.Text;
import io.falconer.ruleset.Rule;
import io.falconer.text.Location;
import io.falconer.text.Quotes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds a backslash before a blank in quotes, as a shell needs it. Falco reads both as a backslash (section 2.2). */
final class EscapedBlanks {
    /** Quotes that stand in the file as they do in the condition: YAML may have quotes of its own around it. */
    private static final Pattern QUOTED = Pattern.compile("([\"'])(?:[^\\\\]|\\\\[^ ])*\\\\ .*\\1", Pattern.DOTALL);

    private EscapedBlanks() {}

    static List<RuleFinding> of(Rule rule) {
        return SignedComparison.of(rule.condition()).stream()
                .flatMap(clause -> clause.constants().stream())
                .filter(constant -> constant.value().indexOf('\\') >= 0)
                .flatMap(constant -> finding(rule, constant).stream())
                .limit(Findings.MOST)
                .toList();
    }

    private static Optional<RuleFinding> finding(Rule rule, Text constant) {
        Location place = rule.origin(constant.span()).location();
        String written = place.source()
                .text()
                .substring(place.span().start(), place.span().end());
        return QUOTED.matcher(written).matches()
                ? Optional.of(RuleFinding.warning(
                                rule,
                                constant.span(),
                                "escaped-blank",
                                "in quotes, Falco reads a backslash and a blank as a backslash, so this is "
                                        + Quotes.around(constant.value()))
                        .withHint("write the blank alone; for a backslash before a blank, write two backslashes"))
                : Optional.empty();
    }
}
