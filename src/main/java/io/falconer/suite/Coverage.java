package io.falconer.suite;

import io.falconer.coverage.Obligation;
import io.falconer.coverage.RuleParts;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.text.Location;
import io.falconer.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which rules the tests cover, and which of their parts. A rule that no test fires may be dead, and a rule that no test keeps
 * silent by a near miss may fire on everything. Disabled rules do not count, because no test can fire them.
 *
 * @param rules the number of enabled rules that count; a rule counts once even if several suites test it
 * @param unfired the rules that no test fires, with their places or the places of their policies
 * @param unsilenced the rules that no test keeps silent
 * @param parts what tests show of each rule that counts; empty if that is not measured
 * @param request what is asked of the coverage
 */
public record Coverage(
        int rules,
        List<RuleName> unfired,
        List<RuleName> unsilenced,
        List<RuleCoverage> parts,
        CoverageRequest request) {
    public Coverage {
        unfired = List.copyOf(unfired);
        unsilenced = List.copyOf(unsilenced);
        parts = List.copyOf(parts);
    }

    /** The coverage of all suites together, with rules in the order in which the suites load them. */
    static Coverage of(List<SuiteResult> suites, CoverageRequest request) {
        List<Tested> counting =
                tested(suites).stream().filter(each -> each.counts(request)).toList();
        return new Coverage(
                counting.size(),
                without(counting, Tested::isFired),
                without(counting, Tested::isKeptSilent),
                request.measured()
                        ? counting.parallelStream().map(Tested::coverage).toList()
                        : List.of(),
                request);
    }

    /** The rules that count. */
    static Set<Definition> counting(List<SuiteResult> suites, CoverageRequest request) {
        return tested(suites).stream()
                .filter(each -> each.counts(request))
                .map(each -> Definition.of(each.rule()))
                .collect(Collectors.toSet());
    }

    private static Collection<Tested> tested(List<SuiteResult> suites) {
        Map<Definition, Tested> tested = new LinkedHashMap<>();
        for (SuiteResult suite : suites) {
            Map<String, RuleProof> proofs = suite.rules().stream()
                    .collect(Collectors.toMap(RuleProof::rule, proof -> proof, (first, second) -> first));
            for (Rule rule : suite.loaded().rules()) {
                if (rule.enabled()) {
                    tested.computeIfAbsent(
                                    Definition.of(rule),
                                    d -> Tested.nothing(rule, suite.suite().rules()))
                            .add(
                                    suite.suite(),
                                    rule,
                                    suite.loaded().falco(),
                                    proofs.getOrDefault(rule.name(), new RuleProof(rule.name(), List.of()))
                                            .observations());
                }
            }
        }
        return tested.values();
    }

    /** Whether a rule without a test makes the run fail. */
    public boolean required() {
        return request.complete();
    }

    /** Whether every rule is fired by a test and kept silent by a test. */
    public boolean isComplete() {
        return unfired.isEmpty() && unsilenced.isEmpty();
    }

    /** The number of obligations that tests show. */
    public long shown() {
        return parts.stream().mapToLong(RuleCoverage::shown).sum();
    }

    /** The number of all obligations. */
    public long obligations() {
        return parts.stream().mapToLong(rule -> rule.counts().size()).sum();
    }

    /** The percentage of the obligations that tests show, rounded down. */
    public int percent() {
        return percent(shown(), obligations());
    }

    /** Whether the minimum is reached, if there is one. Where there is nothing to measure, it is not. */
    public boolean isEnough() {
        return request.minimum().isEmpty()
                || (obligations() > 0 && percent() >= request.minimum().getAsInt());
    }

    /** Whether the coverage is what is asked of it. */
    public boolean holds() {
        return isEnough() && (!required() || isComplete());
    }

    static int percent(long shown, long all) {
        return all == 0 ? 100 : (int) (100 * shown / all);
    }

    private static List<RuleName> without(Collection<Tested> rules, Predicate<Tested> covered) {
        return rules.stream().filter(covered.negate()).map(Tested::name).toList();
    }

    /**
     * A rule is identified by its name and file, because suites may load the same rules, or different rules with the same name.
     */
    record Definition(String name, String file) {
        static Definition of(Rule rule) {
            return new Definition(rule.name(), rule.place().source().name());
        }
    }

    /**
     * A rule and the tests of it; the collections grow.
     *
     * @param versions the rule as each suite loads it, because files of one suite may append to it, to its lists or to its
     *     exceptions
     * @param files the files that {@code --cover} may name: those of the rule, or of its policy
     * @param covering the suites of which it is a rule that counts
     */
    private record Tested(
            Rule rule,
            RuleName name,
            Set<Path> files,
            Map<Rule, Falco> versions,
            List<Suite> covering,
            List<Observation> observations) {
        static Tested nothing(Rule rule, RulesUnderTest rules) {
            return new Tested(
                    rule,
                    new RuleName(rule.name(), place(rule, rules)),
                    files(rule, rules),
                    new LinkedHashMap<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        void add(Suite suite, Rule loaded, Falco falco, List<Observation> more) {
            versions.putIfAbsent(loaded, falco);
            observations.addAll(more);
            if (suite.covers(loaded)) {
                covering.add(suite);
            }
        }

        boolean counts(CoverageRequest request) {
            return request.files().isEmpty()
                    ? !covering.isEmpty()
                    : request.files().stream().anyMatch(files::contains);
        }

        boolean isFired() {
            return observations.stream().anyMatch(each -> each.mustFire() && each.holds());
        }

        boolean isKeptSilent() {
            return observations.stream()
                    .anyMatch(each ->
                            !each.mustFire() && each.holds() && each.evidence().nearMiss());
        }

        RuleCoverage coverage() {
            Map<String, Integer> tests = new LinkedHashMap<>();
            for (Observation observation : observations) {
                observation.evidence().shown().forEach(each -> tests.merge(each.key(), 1, Integer::sum));
            }
            Map<String, Obligation> all = new LinkedHashMap<>();
            versions.forEach((version, falco) ->
                    RuleParts.of(version, falco).obligations().forEach(each -> all.putIfAbsent(each.key(), each)));
            return new RuleCoverage(
                    name,
                    (int) observations.stream()
                            .filter(each -> each.mustFire() && each.holds())
                            .count(),
                    all.values().stream()
                            .map(each -> new RuleCoverage.Count(each, tests.getOrDefault(each.key(), 0)))
                            .toList());
        }

        private static Set<Path> files(Rule rule, RulesUnderTest rules) {
            return switch (rules) {
                case RulesUnderTest.RulesFiles files ->
                    Set.of(FileRef.normal(rule.place().source()));
                case RulesUnderTest.PolicyFile policy ->
                    policy.file().resolved().map(Set::of).orElse(Set.of());
                case RulesUnderTest.OwnPolicy own -> Set.of(FileRef.normal(own.file()));
            };
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
