package io.falconer.suite;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the counter-fixtures of a policy, and the suites that test its rules, show.
 *
 * @param path its file
 * @param rules the generated rules in order
 * @param events the number of events of counter-fixtures that the rules evaluated
 */
public record PolicyProof(String policy, String path, List<RuleProof> rules, int events) {
    public PolicyProof {
        rules = List.copyOf(rules);
    }

    /** The same, with what was decided about the rules for all events, by their names. */
    public PolicyProof with(Map<String, RuleDecision> decisions) {
        return new PolicyProof(
                policy,
                path,
                rules.stream()
                        .map(rule -> rule.with(Optional.ofNullable(decisions.get(rule.rule()))))
                        .toList(),
                events);
    }
}
