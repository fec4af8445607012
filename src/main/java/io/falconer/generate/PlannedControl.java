package io.falconer.generate;

import io.falconer.policy.Control;
import java.util.List;

/** A control with the rules it becomes. */
record PlannedControl(Control control, List<GeneratedRule> rules) {
    PlannedControl {
        rules = List.copyOf(rules);
    }
}
