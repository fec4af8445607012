package io.falconer.suite;

import io.falconer.engine.Engine;
import io.falconer.engine.Explanation;
import io.falconer.event.Event;
import io.falconer.ruleset.Rule;
import io.falconer.suite.Silence.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out why a rule stayed silent. */
final class Silences {
    private Silences() {}

    /** For each event of the rule's source, the reason why the rule did not fire; at least one reason if there are events. */
    static List<Silence> of(Engine engine, Rule rule, List<Event> events) {
        if (!rule.enabled()) {
            return List.of(new Silence(Cause.DISABLED, Optional.empty(), List.of()));
        }
        List<Silence> silences = new ArrayList<>();
        for (Event event : events) {
            if (event.source() == rule.source()) {
                Explanation explanation = engine.explain(rule, event);
                silences.add(
                        explanation.holds()
                                ? new Silence(Cause.NOT_TRIED, Optional.of(event.origin()), List.of())
                                : new Silence(
                                        Cause.CONDITION, Optional.of(event.origin()), FailedChecks.of(explanation)));
            }
        }
        return silences.isEmpty() && !events.isEmpty()
                ? List.of(new Silence(Cause.OTHER_SOURCE, Optional.empty(), List.of()))
                : silences;
    }
}
