package io.falconer.suite;

import io.falconer.engine.Engine;
import io.falconer.engine.Explanation;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.event.Event;
import io.falconer.explain.EventExplainer;
import io.falconer.ruleset.Rule;
import io.falconer.suite.Silence.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out why a rule stayed silent. */
final class Silences {
    private Silences() {}

    /** For each event of the rule's source, the reason why the rule did not fire; at least one reason if there are events. */
    static List<Silence> of(RulesInForce rules, RuleMatching matching, Rule rule, List<Event> events) {
        if (!rule.enabled()) {
            return List.of(Silence.of(Cause.DISABLED));
        }
        Engine engine = rules.engine(matching);
        EventExplainer explainer = EventExplainer.of(rules, matching);
        List<Silence> silences = new ArrayList<>();
        for (Event event : events) {
            if (event.source() == rule.source()) {
                Explanation checks = engine.explain(rule, event);
                silences.add(new Silence(
                        checks.holds() ? Cause.NOT_TRIED : Cause.CONDITION,
                        Optional.of(event.origin()),
                        checks.holds() ? List.of() : FailedChecks.of(checks),
                        Optional.of(explainer.explain(event, rule))));
            }
        }
        return silences.isEmpty() && !events.isEmpty() ? List.of(Silence.of(Cause.OTHER_SOURCE)) : silences;
    }
}
