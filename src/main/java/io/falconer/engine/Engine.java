package io.falconer.engine;

import io.falconer.event.DocumentPaths;
import io.falconer.event.Event;
import io.falconer.field.EventSource;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * Evaluates rules on events exactly as Falco does (section 3). The rules are planned once. The engine has no state between
 * events, and threads may share it.
 */
public final class Engine {
    private final Map<EventSource, SourcePlan> plans = new EnumMap<>(EventSource.class);
    private final RuleMatching matching;

    private Engine(RuleSet rules, RuleMatching matching, Priority minimum) {
        this.matching = matching;
        Switches switches = Switches.of(rules.falco());
        for (EventSource source : EventSource.values()) {
            List<Rule> ofSource =
                    rules.rules().stream().filter(r -> r.source() == source).toList();
            plans.put(
                    source,
                    new SourcePlan(
                            ofSource,
                            source,
                            switches,
                            rule -> rule.enabled() && rule.priority().compareTo(minimum) <= 0));
        }
    }

    /**
     * An engine for loaded rules.
     *
     * @param minimum the minimum priority to report: Falco's setting {@code priority}, by default {@link Priority#DEBUG}
     */
    public static Engine of(RuleSet rules, RuleMatching matching, Priority minimum) {
        return new Engine(rules, matching, minimum);
    }

    /**
     * The alerts of an event in the order of the rules' definitions; at most one with {@link RuleMatching#FIRST}. The list is
     * immutable.
     */
    public List<Alert> evaluate(Event event) {
        return evaluate(event, plan(event.source()), RuleTrial::plain);
    }

    /**
     * The same. Adds to {@code costs} how long each evaluated rule took.
     *
     * @param costs the result of {@link #costs()} of this engine
     * @throws IllegalArgumentException if another engine created it
     */
    public List<Alert> evaluate(Event event, RuleCosts costs) {
        SourcePlan plan = plan(event.source());
        return evaluate(event, plan, costs.of(event.source(), plan));
    }

    /**
     * The alert of one rule for an event, whatever the other rules do: the one that {@link RuleMatching#ALL} gives. Empty if the
     * rule gives none.
     *
     * @param rule one of this engine's by its name
     */
    public Optional<Alert> evaluate(Rule rule, Event event) {
        SourcePlan plan = plan(event.source());
        OptionalInt number = plan.number(rule.name());
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Frame frame = plan.frame(event);
        PlannedRule planned = plan.active(number.getAsInt());
        return plan.isTried(number.getAsInt(), frame)
                ? Optional.ofNullable(RuleTrial.plain(number.getAsInt(), planned, frame))
                : Optional.empty();
    }

    /** Whether a rule, which is one of this engine's by its name, gives an alert for one of {@code events}. */
    public boolean fires(Rule rule, List<Event> events) {
        return events.stream().anyMatch(event -> evaluate(rule, event).isPresent());
    }

    /** An empty account for {@link #evaluate(Event, RuleCosts)}. */
    public RuleCosts costs() {
        return costs(System::nanoTime);
    }

    /** {@link #costs()} with another clock of nanoseconds. */
    RuleCosts costs(LongSupplier clock) {
        return new RuleCosts(plans, clock);
    }

    private List<Alert> evaluate(Event event, SourcePlan plan, RuleTrial trial) {
        if (plan.isSilent()) {
            return List.of();
        }
        Frame frame = plan.frame(event);
        Candidates candidates = plan.candidates(frame);
        List<Alert> alerts = List.of();
        for (int number = candidates.next(); number >= 0; number = candidates.next()) {
            Alert alert = trial.of(number, plan.active(number), frame);
            if (alert != null) {
                if (matching == RuleMatching.FIRST) {
                    return List.of(alert);
                }
                alerts = alerts.isEmpty() ? new ArrayList<>() : alerts;
                alerts.add(alert);
            }
        }
        return Collections.unmodifiableList(alerts);
    }

    /**
     * The result of each part of a rule's condition for an event of its source, whether or not Falco would evaluate the part. A
     * rule that is disabled or below the minimum priority is explained too.
     *
     * @throws IllegalArgumentException if the rule does not belong to this engine or has another source
     */
    public Explanation explain(Rule rule, Event event) {
        if (rule.source() != event.source()) {
            throw new IllegalArgumentException(
                    rule.name() + " does not judge " + event.source().id());
        }
        SourcePlan plan = plan(event.source());
        return new Explainer(plan.frame(event))
                .explain(rule.condition(), plan.planned(rule).condition());
    }

    /**
     * The parts of audit events that rules which may give alerts read in their conditions or outputs. To explain other rules, a
     * whole event is required.
     */
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
