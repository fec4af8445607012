package io.falconer.lint;

import io.falconer.ruleset.Rule;
import io.falconer.text.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Finds constants in typographic quotes, as word processors insert them. For Falco these are not quotes: it compares the field
 * with a text that contains them.
 */
final class TypographicQuotes {
    private static final String QUOTES = "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u00AB\u00BB";

    private TypographicQuotes() {}

    static List<RuleFinding> of(Rule rule) {
        return SignedComparison.of(rule.condition()).stream()
                .flatMap(clause -> clause.constants().stream())
                .filter(constant -> isQuoted(constant.value()))
                .limit(Findings.MOST)
                .map(constant -> new RuleFinding(
                        rule,
                        Severity.ERROR,
                        "typographic-quotes",
                        "the quotes of " + constant.value()
                                + " are typographic, so Falco treats them as part of the text",
                        rule.origin(constant.span()),
                        Optional.of("write straight quotes: \" or '")))
                .toList();
    }

    private static boolean isQuoted(String value) {
        return !value.isEmpty()
                && (QUOTES.indexOf(value.charAt(0)) >= 0 || QUOTES.indexOf(value.charAt(value.length() - 1)) >= 0);
    }
}
