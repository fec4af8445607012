package io.falconer.cover;

import io.falconer.field.EventSource;
import io.falconer.lint.UnreliableFields;
import io.falconer.logic.Deadline;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.suite.AssertedEvent;
import io.falconer.verify.EventSearch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes the events that the tests of rules lack. */
public final class RuleSetCover {
    private final RuleSet rules;
    private final Deadline deadline;
    private final Map<EventSource, EventSearch.OfSource> searches = new EnumMap<>(EventSource.class);

    /**
     * Covers rules.
     *
     * @param deadline when to give up; what is not found then is undecided
     */
    public RuleSetCover(RuleSet rules, Deadline deadline) {
        this.rules = rules;
        this.deadline = deadline;
    }

    /**
     * What the tests of each wanted rule lack, in the order of the rules. Disabled rules have no tests.
     *
     * @param existing the events of existing tests
     */
    public List<CoveredRule> of(Predicate<Rule> wanted, List<AssertedEvent> existing) {
        return rules.rules().stream()
                .filter(rule -> rule.enabled() && wanted.test(rule))
                .map(rule -> of(rule, existing))
                .toList();
    }

    private CoveredRule of(Rule rule, List<AssertedEvent> existing) {
        EventSearch search = searches.computeIfAbsent(
                        rule.source(), source -> new EventSearch.OfSource(source, rules.falco(), deadline))
                .of(rule);
        JudgedRule judged = new JudgedRule(rule, rules);
        if (!UnreliableFields.of(rule, rules.falco()).isEmpty()) {
            return CoveredRule.undecided(judged, "this Falco may read wrong values for the rule");
        }
        return RuleCover.of(
                judged,
                search,
                existing.stream().flatMap(event -> known(event, judged)).toList());
    }

    /** What an event shows, if its test says that the rule does what it does. */
    private static Stream<Shown> known(AssertedEvent asserted, JudgedRule judged) {
        String name = judged.rule().name();
        boolean mustFire = asserted.mustFire(name);
        return mustFire || asserted.mustBeSilent(name)
                ? judged.shown(asserted.event()).stream().filter(shown -> shown.fires() == mustFire)
                : Stream.empty();
    }
}
