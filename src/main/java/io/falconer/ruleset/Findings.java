package io.falconer.ruleset;

import io.falconer.text.Diagnostic;
import java.util.List;

/**
 * What is wrong with rules that Falco loads without a word. Codes: {@code vacuous-clause}, {@code impossible-clause}
 * (section 8.8).
 */
public final class Findings {
    private Findings() {}

    /** The findings about rules of a source, each at the rule or at the clause it speaks of. */
    public static List<Diagnostic> of(RuleSet rules) {
        return rules.rules().stream()
                .flatMap(rule -> AbsentFieldClauses.of(rule).stream())
                .distinct()
                .sorted(Diagnostic.ORDER)
                .toList();
    }
}
