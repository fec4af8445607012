package io.falconer.engine;

import io.falconer.lint.UnreliableFields;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.ruleset.RulesAlone;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Loaded rules, planned once for each way of matching, however many tests use them at the same time. */
public final class RulesInForce {
    private final RuleSet rules;
    private final Map<String, Rule> byName = new LinkedHashMap<>();
    private final Map<String, List<Diagnostic>> unreliable = new HashMap<>();
    private final Map<RuleMatching, Engine> engines = new ConcurrentHashMap<>();

    private RulesInForce(RuleSet rules) {
        this.rules = rules;
        for (Rule rule : rules.rules()) {
            byName.put(rule.name(), rule);
            unreliable.put(rule.name(), UnreliableFields.of(rule, rules.falco()));
        }
    }

    /** The rules of files that are loaded one after the other. Every file must load. */
    public static Outcome<RulesInForce> load(Stream<SourceFile> files, Emulation emulation) {
        List<SourceFile> all = files.toList();
        return RulesAlone.of(all, emulation)
                .map(rules -> Outcome.of(new RulesInForce(rules)))
                .orElseGet(() -> judged(all, emulation));
    }

    private static Outcome<RulesInForce> judged(List<SourceFile> files, Emulation emulation) {
        LoadedRules loaded = LoadedRules.of(files.stream(), emulation, DefinitionFinder.NOWHERE);
        return loaded.results().stream()
                .filter(result -> !result.successful())
                .findFirst()
                .map(invalid -> Outcome.<RulesInForce>failed(invalid.problems()))
                .orElseGet(() -> Outcome.of(new RulesInForce(loaded.rules())));
    }

    /** The rules, and the Falco that loaded them. */
    public RuleSet ruleSet() {
        return rules;
    }

    /** The rules in their order. */
    public List<Rule> rules() {
        return rules.rules();
    }

    /** The names of the rules in their order. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** The rule, which must be one of {@link #names()}. */
    public Rule rule(String name) {
        return Objects.requireNonNull(byName.get(name));
    }

    /** What makes the verdicts of a rule unreliable in this Falco; empty if they are reliable. */
    public List<Diagnostic> unreliable(String name) {
        return unreliable.getOrDefault(name, List.of());
    }

    /** The engine that runs them so. */
    public Engine engine(RuleMatching matching) {
        return engines.computeIfAbsent(matching, m -> Engine.of(rules, m, Priority.DEBUG));
    }
}
