package io.falconer.explain;

import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.Explanation;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.event.Event;
import io.falconer.event.SyscallEvent;
import io.falconer.event.json.Json;
import io.falconer.ruleset.EventTypeSet;
import io.falconer.ruleset.LoadTrait;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Explains what the rules of a rule set do on events. The answers are those of the {@link Engine}. */
public final class EventExplainer {
    private final RuleSet rules;
    private final RuleMatching matching;
    private final Priority minimum;
    private final Engine engine;

    /** An explainer for rules that run with these settings of Falco. */
    public EventExplainer(RuleSet rules, RuleMatching matching, Priority minimum) {
        this(rules, matching, minimum, Engine.of(rules, RuleMatching.ALL, minimum));
    }

    private EventExplainer(RuleSet rules, RuleMatching matching, Priority minimum, Engine engine) {
        this.rules = rules;
        this.matching = matching;
        this.minimum = minimum;
        this.engine = engine;
    }

    /** An explainer for rules that run with these settings of Falco. */
    public static EventExplainer of(RulesInForce rules, RuleMatching matching) {
        return new EventExplainer(rules.ruleSet(), matching, Priority.DEBUG, rules.engine(RuleMatching.ALL));
    }

    /** What a rule does on a whole event. */
    public RuleExplanation explain(Event event, Rule rule) {
        return explain(event, each -> isSame(each, rule)).getFirst();
    }

    /** What each of the wanted rules does on a whole event, in the order of the rules. */
    public List<RuleExplanation> explain(Event event, Predicate<Rule> wanted) {
        List<Rule> matched = engine.evaluate(event).stream().map(Alert::rule).toList();
        return rules.rules().stream()
                .filter(wanted)
                .map(rule -> explain(event, rule, matched))
                .toList();
    }

    private RuleExplanation explain(Event event, Rule rule, List<Rule> matched) {
        if (rule.source() != event.source()) {
            return new RuleExplanation(event, rule, new Cause.OtherSource(event.source()), Optional.empty());
        }
        Explanation explanation = engine.explain(rule, event);
        Part condition = ConditionTree.of(rule, event, explanation);
        return new RuleExplanation(
                event, rule, cause(event, rule, explanation.holds(), matched), Optional.of(condition));
    }

    private Cause cause(Event event, Rule rule, boolean holds, List<Rule> matched) {
        if (!rule.enabled()) {
            return new Cause.Disabled();
        }
        if (rule.priority().compareTo(minimum) > 0) {
            return new Cause.BelowPriority(minimum);
        }
        if (matched.stream().anyMatch(each -> isSame(each, rule))) {
            Rule first = matched.getFirst();
            return matching == RuleMatching.ALL || isSame(first, rule) ? new Cause.Fires() : new Cause.Taken(first);
        }
        return holds ? notIndexed(event, rule) : new Cause.Condition();
    }

    /** The names of rules are unique. To compare whole conditions takes time. */
    private static boolean isSame(Rule one, Rule other) {
        return one.name().equals(other.name());
    }

    private Cause notIndexed(Event event, Rule rule) {
        String type = event instanceof SyscallEvent syscall
                ? syscall.fields().get("evt.type").map(Json::text).orElse("")
                : "";
        return new Cause.NotIndexed(
                type,
                EventTypeSet.of(rule.condition(), rule.source(), rules.falco().has(LoadTrait.EVENT_NUMBERS_DECIDED)));
    }
}
