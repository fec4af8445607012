package io.falconer.plan;

import io.falconer.policy.Control;
import java.util.List;

/** A control with the rules it becomes. */
public record PlannedControl(Control control, List<GeneratedRule> rules) {
    public PlannedControl {
        rules = List.copyOf(rules);
    }
}
