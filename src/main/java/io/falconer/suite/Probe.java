package io.falconer.suite;

import io.falconer.coverage.Obligation;
import io.falconer.coverage.RuleParts;
import io.falconer.engine.Engine;
import io.falconer.engine.Explanation;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.event.Event;
import io.falconer.ruleset.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out what the events of the tests of one suite show about the rules' conditions. Tests may use it at the same time. */
final class Probe {
    private final RulesInForce rules;
    private final Engine engine;
    private final boolean measures;
    private final Map<String, RuleParts> parts = new ConcurrentHashMap<>();
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    /** @param measures whether the parts of rules are measured; otherwise one near miss of each rule is enough */
    Probe(RulesInForce rules, boolean measures) {
        this.rules = rules;
        this.engine = rules.engine(RuleMatching.ALL);
        this.measures = measures;
    }

    /**
     * What events show about a rule.
     *
     * @param fired events on which it fires
     * @param silent events on which it stays silent
     */
    Evidence of(Rule rule, List<Event> fired, List<Event> silent) {
        if (!measures) {
            boolean nearMiss = !missed.contains(rule.name())
                    && silent.stream().anyMatch(event -> RuleParts.isNearMiss(engine.explain(rule, event)));
            return nearMiss && missed.add(rule.name()) ? new Evidence(true, Set.of()) : Evidence.NONE;
        }
        RuleParts known = parts.computeIfAbsent(
                rule.name(), name -> RuleParts.of(rule, rules.ruleSet().falco()));
        Set<Obligation> shown = new LinkedHashSet<>();
        for (Event event : fired) {
            shown.addAll(known.shownBy(engine.explain(rule, event)));
        }
        boolean nearMiss = false;
        for (Event event : silent) {
            Explanation explanation = engine.explain(rule, event);
            if (!explanation.holds()) { // otherwise Falco does not try the rule on this type of event
                nearMiss |= RuleParts.isNearMiss(explanation);
                shown.addAll(known.shownBy(explanation));
            }
        }
        return new Evidence(nearMiss, shown);
    }
}
