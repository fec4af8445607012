package io.falconer.suite;

import io.falconer.engine.RulesInForce;
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

    /**
     * The same, with what was decided for all events. The rules judge each event that shows a difference again. One that shows
     * none is left out, and then nothing is decided.
     *
     * @param inForce the rules
     * @param decisions what was decided about them, by their names
     */
    public PolicyProof with(RulesInForce inForce, Map<String, RuleDecision> decisions) {
        return new PolicyProof(
                policy,
                path,
                rules.stream()
                        .map(rule -> rule.with(Optional.ofNullable(decisions.get(rule.rule()))
                                .map(decision -> decision.confirmed(inForce, rule.rule()))))
                        .toList(),
                events);
    }
}
