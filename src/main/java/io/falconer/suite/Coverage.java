package io.falconer.suite;

import io.falconer.ruleset.Rule;
import io.falconer.text.Location;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which rules the tests cover. A rule that no test fires may be dead, and a rule that no test keeps silent may fire on
 * everything. Disabled rules do not count, because no test can fire them.
 *
 * @param rules the number of enabled rules; a rule counts once even if several suites test it
 * @param unfired the rules that no test fires, with their places or the places of their policies
 * @param unsilenced the rules that no test keeps silent
 * @param required whether a rule in one of these lists makes the run fail
 */
public record Coverage(int rules, List<RuleName> unfired, List<RuleName> unsilenced, boolean required) {
    public Coverage {
        unfired = List.copyOf(unfired);
        unsilenced = List.copyOf(unsilenced);
    }

    /** The coverage of all suites together, with rules in the order in which the suites load them. */
    static Coverage of(List<SuiteResult> suites, boolean required) {
        Map<Definition, Shown> shown = new LinkedHashMap<>();
        for (SuiteResult suite : suites) {
            Map<String, RuleProof> proofs = suite.rules().stream()
                    .collect(Collectors.toMap(RuleProof::rule, proof -> proof, (first, second) -> first));
            for (Rule rule : suite.loaded()) {
                if (rule.enabled()) {
                    shown.computeIfAbsent(
                                    Definition.of(rule),
                                    d -> Shown.nothing(rule, suite.suite().rules()))
                            .observations()
                            .addAll(proofs.getOrDefault(rule.name(), new RuleProof(rule.name(), List.of()))
                                    .observations());
                }
            }
        }
        return new Coverage(shown.size(), without(true, shown.values()), without(false, shown.values()), required);
    }

    /** Whether every rule is fired by a test and kept silent by a test. */
    public boolean isComplete() {
        return unfired.isEmpty() && unsilenced.isEmpty();
    }

    private static List<RuleName> without(boolean fires, Collection<Shown> shown) {
        return shown.stream()
                .filter(s -> s.observations().stream().noneMatch(o -> o.mustFire() == fires && o.holds()))
                .map(Shown::rule)
                .toList();
    }

    /**
     * A rule is identified by its name and file, because suites may load the same rules, or different rules with the same name.
     */
    private record Definition(String name, String file) {
        static Definition of(Rule rule) {
            return new Definition(rule.name(), rule.place().source().name());
        }
    }

    /** What the tests show about a rule; the list grows. */
    private record Shown(RuleName rule, List<Observation> observations) {
        static Shown nothing(Rule rule, RulesUnderTest rules) {
            return new Shown(new RuleName(rule.name(), place(rule, rules)), new ArrayList<>());
        }

        /** Generated rules have no place in a file, so their place is that of the policy. */
        private static Location place(Rule rule, RulesUnderTest rules) {
            return switch (rules) {
                case RulesUnderTest.RulesFiles files -> rule.place();
                case RulesUnderTest.PolicyFile policy -> policy.file().location();
                case RulesUnderTest.OwnPolicy own -> new Location(own.file(), Span.at(0));
            };
        }
    }
}
