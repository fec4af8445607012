package io.falconer.engine;

import io.falconer.ruleset.Rule;

/** A rule and the plans of its condition and output. */
record PlannedRule(Rule rule, Node condition, OutputPlan output) {
    Alert alert(Frame frame) {
        return new Alert(rule, frame.event(), output.message(frame), output.fields(frame));
    }
}
