package io.falconer.lint;

import io.falconer.condition.Operator;
import io.falconer.ruleset.Rule;
import io.falconer.text.Quotes;
import java.util.List;
import java.util.Set;

/**
 * Finds {@code proc.aname != x}, which holds as soon as one ancestor differs (section 3.4), which is nearly always the case.
 */
final class AnyAncestor {
    private static final Set<String> FIELDS =
            Set.of("proc.aname", "proc.aexe", "proc.aexepath", "proc.acmdline", "proc.apid", "proc.aenv");

    private AnyAncestor() {}

    static List<RuleFinding> of(Rule rule) {
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause -> clause.operator() == Operator.NE)
                .filter(clause -> clause.field()
                        .filter(field -> FIELDS.contains(field.name())
                                && field.argument().isEmpty())
                        .isPresent())
                .limit(Findings.MOST)
                .map(clause -> RuleFinding.warning(
                                rule,
                                clause.comparison().span(),
                                "any-ancestor",
                                Quotes.around(clause.toString())
                                        + " is true if any ancestor differs, and one nearly always does")
                        .withHint("to require that no ancestor matches, write "
                                + Quotes.around("not " + clause.toString().replace(" != ", " = "))
                                + "; for a certain ancestor, use an index such as " + clause.fieldName() + "[2]"))
                .toList();
    }
}
