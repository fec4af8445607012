package io.falconer.plan;

import io.falconer.policy.Control;
import java.util.List;

/** A control with its rules. */
public record PlannedControl(Control control, List<GeneratedRule> rules) {
    public PlannedControl {
        rules = List.copyOf(rules);
    }
}
