package io.falconer.engine;

import io.falconer.event.DocumentPaths;
import io.falconer.event.Event;
import io.falconer.field.EventSource;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Judges events by rules exactly as Falco does (section 3). The rules are planned once; the engine holds no state between
 * events and may be shared by threads.
 */
public final class Engine {
    private final Map<EventSource, SourcePlan> plans = new EnumMap<>(EventSource.class);
    private final RuleMatching matching;

    private Engine(RuleSet rules, RuleMatching matching, Priority minimum) {
        this.matching = matching;
        for (EventSource source : EventSource.values()) {
            List<Rule> ofSource =
                    rules.rules().stream().filter(r -> r.source() == source).toList();
            plans.put(
                    source,
                    new SourcePlan(
                            ofSource,
                            source,
                            rule -> rule.enabled() && rule.priority().compareTo(minimum) <= 0));
        }
    }

    /**
     * An engine for loaded rules.
     *
     * @param minimum the least grave priority that alerts: Falco's setting {@code priority}, by default {@link
     *     Priority#DEBUG}
     */
    public static Engine of(RuleSet rules, RuleMatching matching, Priority minimum) {
        return new Engine(rules, matching, minimum);
    }

    /** The alerts of an event in the order of the rules' definitions; no more than one with {@link RuleMatching#FIRST}. */
    public List<Alert> evaluate(Event event) {
        SourcePlan plan = plan(event.source());
        Frame frame = plan.frame(event);
        List<Alert> alerts = new ArrayList<>();
        for (PlannedRule rule : plan.rules(frame)) {
            if (rule.condition().holds(frame)) {
                alerts.add(rule.alert(frame));
                if (matching == RuleMatching.FIRST) {
                    break;
                }
            }
        }
        return alerts;
    }

    /**
     * What each part of a rule's condition makes of an event of its source, whether or not Falco would look at it. A rule
     * that is disabled or below the minimum priority is explained too.
     *
     * @throws IllegalArgumentException if the rule is none of this engine's or judges another source
     */
    public Explanation explain(Rule rule, Event event) {
        if (rule.source() != event.source()) {
            throw new IllegalArgumentException(
                    rule.name() + " does not judge " + event.source().id());
        }
        SourcePlan plan = plan(event.source());
        return plan.planned(rule).condition().explain(plan.frame(event));
    }

    /** The parts of audit events that the rules look at, be it for their conditions or for their outputs. */
    public DocumentPaths documentPaths() {
        return plan(EventSource.K8S_AUDIT).documentPaths();
    }

    private SourcePlan plan(EventSource source) {
        SourcePlan plan = plans.get(source);
        if (plan == null) {
            throw new IllegalStateException(source.id());
        }
        return plan;
    }
}
