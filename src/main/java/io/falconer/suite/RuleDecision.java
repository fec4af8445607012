package io.falconer.suite;

import io.falconer.verify.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * What was decided about a rule and the meaning of its policy.
 *
 * @param over whether the capability table says that the rule may fire on something else
 * @param under whether the capability table says that the rule may miss something
 */
public record RuleDecision(Decision decision, boolean over, boolean under) {
    /**
     * An event that shows a difference.
     *
     * @param fires whether the rule fires on it, although the policy does not forbid it; otherwise it is forbidden and the rule
     *     stays silent
     * @param announced whether the capability table says so
     * @param event a JSON document in one line
     */
    public record Counterexample(boolean fires, boolean announced, String event) {
        /** What the event shows. */
        public String words() {
            return fires
                    ? "the rule fires on an event that the policy does not forbid"
                    : "the rule stays silent on an event that the policy forbids";
        }
    }

    /** The events that show differences. */
    public List<Counterexample> counterexamples() {
        List<Counterexample> all = new ArrayList<>();
        if (decision.over() instanceof Decision.Shown(String event)) {
            all.add(new Counterexample(true, over, event));
        }
        if (decision.under() instanceof Decision.Shown(String event)) {
            all.add(new Counterexample(false, under, event));
        }
        return all;
    }

    /** Why something was not decided, without repetitions. */
    public List<String> reasons() {
        return decision.reasons();
    }
}
