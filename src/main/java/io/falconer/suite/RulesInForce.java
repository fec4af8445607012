package io.falconer.suite;

import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Loaded rules, planned once for each way of matching, however many tests at the same time use them. */
final class RulesInForce {
    private final RuleSet rules;
    private final Map<String, Rule> byName = new LinkedHashMap<>();
    private final Map<RuleMatching, Engine> engines = new ConcurrentHashMap<>();

    RulesInForce(RuleSet rules) {
        this.rules = rules;
        rules.rules().forEach(rule -> byName.put(rule.name(), rule));
    }

    List<Rule> rules() {
        return rules.rules();
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** The rule, which must be one of {@link #names()}. */
    Rule rule(String name) {
        return Objects.requireNonNull(byName.get(name));
    }

    Engine engine(RuleMatching matching) {
        return engines.computeIfAbsent(matching, m -> Engine.of(rules, m, Priority.DEBUG));
    }
}
