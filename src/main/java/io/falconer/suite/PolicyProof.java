package io.falconer.suite;

import java.util.List;

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
}
