package io.falconer.exception;

import io.falconer.engine.Alert;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.event.Event;
import io.falconer.generate.Bundle;
import io.falconer.generate.Generator;
import io.falconer.generate.RuleNeeds;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.template.Templates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules of a policy as if other exceptions were valid. They are generated and loaded, because a part of an exception may be
 * worked into the condition of a rule. Several threads may use it.
 */
final class PolicyVariants {
    private final Policy policy;
    private final List<PolicyException> holding;
    private final Templates templates;
    private final Function<Bundle, RulesInForce> loading;
    private final Map<String, RuleNeeds> needs;
    private final Map<Set<PolicyException>, RulesInForce> loaded = new ConcurrentHashMap<>();

    /** @param holding the policy's exceptions that are valid */
    PolicyVariants(
            Policy policy, List<PolicyException> holding, Templates templates, Function<Bundle, RulesInForce> loading) {
        this.policy = policy;
        this.holding = holding;
        this.templates = templates;
        this.loading = loading;
        this.needs = Generator.rules(policy, templates, List.of()).needs().stream()
                .collect(Collectors.toMap(RuleNeeds::rule, Function.identity()));
    }

    /** The rules as if only these exceptions were valid. */
    RulesInForce with(List<PolicyException> exceptions) {
        return loaded.computeIfAbsent(
                Set.copyOf(exceptions), key -> loading.apply(Generator.rules(policy, templates, exceptions)));
    }

    /** The rules without one of the valid exceptions. */
    RulesInForce without(PolicyException exception) {
        return with(holding.stream().filter(other -> !other.equals(exception)).toList());
    }

    /**
     * The numbers of the exceptions that silence alerts for an event, once for each alert: those that do it alone, and those
     * without which the alert would come.
     */
    List<Integer> silencing(Event event) {
        if (holding.isEmpty()) {
            return List.of();
        }
        Set<String> silenced = firing(with(List.of()), event);
        if (silenced.isEmpty()) {
            return List.of();
        }
        silenced.removeAll(firing(with(holding), event));
        List<Integer> numbers = new ArrayList<>();
        for (PolicyException exception : holding) {
            Set<String> own =
                    silenced.stream().filter(rule -> concerns(exception, rule)).collect(Collectors.toSet());
            if (!own.isEmpty()) {
                Set<String> alone = firing(with(List.of(exception)), event);
                Set<String> rest = firing(without(exception), event);
                own.stream()
                        .filter(rule -> !alone.contains(rule) || rest.contains(rule))
                        .forEach(rule -> numbers.add(policy.exceptions().indexOf(exception)));
            }
        }
        return numbers;
    }

    /** The names of the rules that fire on an event. */
    static Set<String> firing(RulesInForce rules, Event event) {
        Set<String> names = new HashSet<>();
        for (Alert alert : rules.engine(RuleMatching.ALL).evaluate(event)) {
            names.add(alert.rule().name());
        }
        return names;
    }

    /** Whether a rule belongs to a check that the exception covers, or to all. */
    private boolean concerns(PolicyException exception, String rule) {
        RuleNeeds known = Objects.requireNonNull(needs.get(rule));
        return known.control()
                .map(control -> exception.covers(control.kind(), known.check()))
                .orElse(true);
    }
}
