package io.falconer.lint;

import io.falconer.condition.Operator;
import io.falconer.ruleset.Rule;
import java.util.List;

/** Finds {@code fd.net in (a, b)}: Falco only uses the first network (section 3.4). */
final class FirstNetwork {
    private FirstNetwork() {}

    static List<RuleFinding> of(Rule rule) {
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause -> clause.isAbout("fd.net")
                        && clause.operator() == Operator.IN
                        && clause.constants().size() > 1)
                .limit(Findings.MOST)
                .map(clause -> RuleFinding.of(
                                rule,
                                clause.comparison().span(),
                                "first-network-only",
                                "Falco compares fd.net only with the first network of a list, "
                                        + clause.constants().getFirst().value())
                        .withHint("compare fd.snet and fd.cnet, which use all of them"))
                .toList();
    }
}
