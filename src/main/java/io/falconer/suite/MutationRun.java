package io.falconer.suite;

import io.falconer.condition.Expr;
import io.falconer.coverage.Obligation;
import io.falconer.coverage.RulePart;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.field.EventSource;
import io.falconer.logic.Deadline;
import io.falconer.mutation.MacroTrees;
import io.falconer.mutation.Mutant;
import io.falconer.mutation.Mutants;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.Location;
import io.falconer.text.Via;
import io.falconer.verify.Decision;
import io.falconer.verify.RuleComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes rules and looks whether the tests notice. What no test notices is compared with the rule for all events. */
final class MutationRun {
    private final ReferencedFiles sources;
    private final MutationRequest request;
    private final Set<Coverage.Definition> counting;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private boolean isSelected;
    private boolean isLeftOut;

    MutationRun(ReferencedFiles sources, MutationRequest request, Set<Coverage.Definition> counting) {
        this.sources = sources;
        this.request = request;
        this.counting = counting;
    }

    /** A mutant, the test that kills it, and whether tests show its clause with effect. */
    private record Found(Mutant mutant, Falco falco, Optional<String> killer, boolean covered) {
        Found or(Found other) {
            return new Found(mutant, falco, killer.or(other::killer), covered || other.covered);
        }
    }

    /** Runs the tests of suites that have the same rules. Each mutant is tried once, however many suites load its rule. */
    void run(RulesInForce rules, List<SuiteResult> suites) {
        List<ReplayedTest> tests = suites.stream()
                .flatMap(suite -> suite.tests().stream())
                .flatMap(test -> ReplayedTest.of(test, rules, sources).stream())
                .toList();
        Falco falco = rules.ruleSet().falco();
        Map<EventSource, Map<String, Expr>> macros = rules.rules().stream()
                .collect(Collectors.groupingBy(
                        Rule::source, Collectors.collectingAndThen(Collectors.toList(), MacroTrees::of)));
        Map<Boolean, List<Rule>> wanted = rules.rules().stream()
                .filter(rule -> counting.contains(Coverage.Definition.of(rule)))
                .collect(Collectors.partitioningBy(request.wanted()));
        isSelected |= !wanted.getOrDefault(true, List.of()).isEmpty();
        isLeftOut |= !wanted.getOrDefault(false, List.of()).isEmpty();
        List<Mutant> mutants = wanted.getOrDefault(true, List.of()).parallelStream()
                .flatMap(rule -> Mutants.of(rule, falco, macros.getOrDefault(rule.source(), Map.of())).stream())
                .toList();
        Map<String, Set<RulePart>> shown = shown(suites);
        List<Found> tried = mutants.parallelStream()
                .map(mutant -> new Found(
                        mutant,
                        falco,
                        killer(mutant, falco, tests),
                        shown.getOrDefault(mutant.rule().name(), Set.of()).stream()
                                .anyMatch(part -> isWithin(mutant.place(), part))))
                .toList();
        tried.forEach(each -> found.merge(each.mutant().key(), each, Found::or));
    }

    /** The parts of each rule that tests show with effect, by the rule's name. */
    private static Map<String, Set<RulePart>> shown(List<SuiteResult> suites) {
        Map<String, Set<RulePart>> shown = new LinkedHashMap<>();
        for (SuiteResult suite : suites) {
            for (RuleProof rule : suite.rules()) {
                Set<RulePart> parts = shown.computeIfAbsent(rule.rule(), name -> new LinkedHashSet<>());
                rule.observations().stream()
                        .flatMap(each -> each.evidence().shown().stream())
                        .map(Obligation::part)
                        .forEach(parts::add);
            }
        }
        return shown;
    }

    /** Whether a part, or the use of a macro that contains it, is at a place. */
    private static boolean isWithin(Location clause, RulePart part) {
        return Stream.concat(
                        Stream.of(part.place()), part.origin().way().stream().map(Via::location))
                .anyMatch(place -> place.source().name().equals(clause.source().name())
                        && place.span().start()
                                < Math.max(clause.span().end(), clause.span().start() + 1)
                        && clause.span().start()
                                < Math.max(place.span().end(), place.span().start() + 1));
    }

    private static Optional<String> killer(Mutant mutant, Falco falco, List<ReplayedTest> tests) {
        Engine engine = Engine.of(new RuleSet(List.of(mutant.changed()), falco), RuleMatching.ALL, Priority.DEBUG);
        return tests.stream()
                .filter(test -> test.kills(mutant.rule().name(), mutant.rule().source(), engine))
                .map(test -> test.test().name())
                .findFirst();
    }

    /** What became of all mutants. */
    MutationResult result() {
        List<Found> all = new ArrayList<>(found.values());
        return new MutationResult(
                all.parallelStream()
                        .map(each -> result(each, request.deadline()))
                        .toList(),
                isLeftOut && !isSelected ? OptionalInt.empty() : request.minimum());
    }

    private static MutantResult result(Found tried, Deadline deadline) {
        Mutant mutant = tried.mutant();
        if (tried.killer().isPresent()) {
            return new MutantResult(mutant, MutantState.KILLED, tried.killer(), Optional.empty(), Optional.empty());
        }
        Decision decision = new RuleComparison(
                        new RuleSet(List.of(mutant.rule()), tried.falco()),
                        new RuleSet(List.of(mutant.changed()), tried.falco()),
                        deadline)
                .compare(mutant.rule(), mutant.changed());
        if (decision.isProved()) {
            return new MutantResult(
                    mutant, MutantState.EQUIVALENT, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<String> event = Stream.of(decision.under(), decision.over())
                .flatMap(side -> side instanceof Decision.Shown(String shown) ? Stream.of(shown) : Stream.of())
                .findFirst();
        return new MutantResult(
                mutant,
                tried.covered() ? MutantState.SURVIVED : MutantState.NO_COVERAGE,
                Optional.empty(),
                event,
                event.isPresent()
                        ? Optional.empty()
                        : decision.reasons().stream().findFirst());
    }
}
