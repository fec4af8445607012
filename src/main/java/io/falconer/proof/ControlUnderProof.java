package io.falconer.proof;

import io.falconer.policy.Control;
import java.util.List;

/** A control with the rules that must express it. */
public record ControlUnderProof(Control control, List<RuleUnderProof> rules) {
    public ControlUnderProof {
        rules = List.copyOf(rules);
    }
}
