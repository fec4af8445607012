package io.falconer.cover;

import io.falconer.coverage.RuleParts;
import io.falconer.engine.Engine;
import io.falconer.engine.Explanation;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.model.DraftEvent;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import java.util.List;
import java.util.Optional;

/** A rule, its goals, and the engine that says which of them an event shows. */
final class JudgedRule {
    private final Rule rule;
    private final Engine engine;
    private final RuleParts parts;
    private final List<Goal> goals;

    /** @param rules the rule set of the rule, of which no other rule counts */
    JudgedRule(Rule rule, RuleSet rules) {
        this.rule = rule;
        this.engine = Engine.of(new RuleSet(List.of(rule), rules.falco()), RuleMatching.ALL, Priority.DEBUG);
        this.parts = RuleParts.of(rule, rules.falco());
        this.goals = Goals.of(rule, rules.falco());
    }

    Rule rule() {
        return rule;
    }

    List<Goal> goals() {
        return goals;
    }

    /** What an event shows; empty if the rule does not judge events of its source. */
    Optional<Shown> shown(Event event) {
        if (event.source() != rule.source()) {
            return Optional.empty();
        }
        Explanation explanation = engine.explain(rule, event);
        return Optional.of(new Shown(explanation, parts.shownBy(explanation), engine.fires(rule, List.of(event))));
    }

    /** What a draft shows; empty if Falco drops it. */
    Optional<Shown> shown(DraftEvent draft) {
        return new EventReader()
                .read("event", draft.line()).stream()
                        .flatMap(event -> shown(event).stream())
                        .findFirst();
    }
}
