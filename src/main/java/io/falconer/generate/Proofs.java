package io.falconer.generate;

import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import java.util.List;

/** The proofs of a bundle's rules. */
final class Proofs {
    private final Policy policy;
    private final List<PlannedControl> controls;
    private final List<GeneratedRule> rules;
    private final List<PolicyException> holding;

    Proofs(Policy policy, List<PlannedControl> controls, List<GeneratedRule> rules, List<PolicyException> holding) {
        this.policy = policy;
        this.controls = controls;
        this.rules = rules;
        this.holding = holding;
    }

    List<ProofCase> cases() {
        return List.of();
    }
}
