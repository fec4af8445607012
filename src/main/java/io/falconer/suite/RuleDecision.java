package io.falconer.suite;

import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.event.reader.EventReader;
import io.falconer.ruleset.Rule;
import io.falconer.verify.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was decided about a rule and the meaning of its policy.
 *
 * @param over why the rule may fire on something else, as the capability table says; empty if the table does not say so
 * @param under why the rule may miss something, as the capability table says; empty if the table does not say so
 */
public record RuleDecision(Decision decision, List<String> over, List<String> under) {
    public RuleDecision {
        over = List.copyOf(over);
        under = List.copyOf(under);
    }

    /**
     * An event that shows a difference.
     *
     * @param fires whether the rule fires on it, although the policy does not forbid it; otherwise it is forbidden and the rule
     *     stays silent
     * @param because why this can be, as the capability table says; empty if the table does not say so
     * @param event a JSON document in one line
     */
    public record Counterexample(boolean fires, List<String> because, String event) {
        public Counterexample {
            because = List.copyOf(because);
        }

        /** Whether the capability table says so. */
        public boolean announced() {
            return !because.isEmpty();
        }

        /** What the event shows. */
        public String words() {
            return fires
                    ? "the rule fires on an event that the policy does not forbid"
                    : "the rule stays silent on an event that the policy forbids";
        }

        /** What the event shows, and why. */
        public String explained() {
            return because.isEmpty() ? words() : words() + ", because " + String.join(", or because ", because);
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

    /** The same with only the events that show their difference when {@code rules} judge them. */
    RuleDecision confirmed(RulesInForce rules, String rule) {
        Engine engine = rules.engine(RuleMatching.ALL);
        return new RuleDecision(
                new Decision(
                        confirmed(decision.over(), event -> fires(engine, rules.rule(rule), event)),
                        confirmed(decision.under(), event -> !fires(engine, rules.rule(rule), event))),
                over,
                under);
    }

    private static Decision.Side confirmed(Decision.Side side, Predicate<String> shows) {
        return side instanceof Decision.Shown(String event) && !shows.test(event)
                ? new Decision.Open("the event that should show a difference does not")
                : side;
    }

    private static boolean fires(Engine engine, Rule rule, String event) {
        return engine.fires(rule, new EventReader().read("counterexample", event));
    }

    /** Why something was not decided, without repetitions. */
    public List<String> reasons() {
        return decision.reasons();
    }
}
