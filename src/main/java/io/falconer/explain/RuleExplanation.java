package io.falconer.explain;

import io.falconer.event.Event;
import io.falconer.lint.RuleFinding;
import io.falconer.ruleset.Rule;
import java.util.List;
import java.util.Optional;

/**
 * Why one rule fires on one event or stays silent.
 *
 * @param condition its condition, with the result of each part; empty if the event has another source
 */
public record RuleExplanation(Event event, Rule rule, Cause cause, Optional<Part> condition) {
    /** Whether Falco gives an alert. */
    public boolean fires() {
        return cause instanceof Cause.Fires;
    }

    /** The fewest parts that would have to change so that the condition holds; none if it holds. */
    public List<Change> decisive() {
        return condition.filter(part -> !part.holds()).map(Change::toFlip).orElse(List.of());
    }

    /** What {@code check} finds about the parts that decide. */
    public List<RuleFinding> findings() {
        return DecisiveFindings.of(this);
    }

    /** Of each {@code or} that decides, what the first part that holds consists of; none if the rule does not fire. */
    public List<Part> alternatives() {
        return condition.filter(part -> fires()).map(Alternatives::of).orElse(List.of());
    }

    /** What nearly silenced the rule, the nearest first; none if it does not fire. */
    public List<NearSilence> nearSilences() {
        return condition.filter(part -> fires()).map(NearSilence::of).orElse(List.of());
    }
}
