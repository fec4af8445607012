package io.falconer.verify;

import io.falconer.field.EventSource;
import io.falconer.logic.Formula;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Proves what is wrong with rules whatever the events are: rules that never or always fire, that an earlier one hides, or that
 * say the same. Rules with nothing to say of are left out.
 */
public final class RuleProofs {
    private final Conditions conditions;
    private final List<Rule> rules;
    private final List<Formula> formulas;
    /** For each rule what makes it true, where that was found. */
    private final List<Conditions.Result> holding = new ArrayList<>();

    private final List<RuleProof> proofs = new ArrayList<>();

    private RuleProofs(EventSource source, List<Rule> rules, BooleanSupplier expired) {
        this.conditions = new Conditions(source, expired);
        this.rules = rules;
        this.formulas = rules.stream()
                .map(rule -> conditions.formula(rule.condition()))
                .toList();
    }

    /**
     * What is so for every event, in the order of the rules, those of one source after the other.
     *
     * @param expired asked now and then whether to give up; what is not decided then is {@link RuleProof.Undecided}
     */
    public static List<RuleProof> of(RuleSet rules, BooleanSupplier expired) {
        return Stream.of(EventSource.values())
                .flatMap(source -> new RuleProofs(
                                source,
                                rules.rules().stream()
                                        .filter(rule -> rule.source() == source)
                                        .toList(),
                                expired)
                        .prove()
                        .stream())
                .toList();
    }

    private List<RuleProof> prove() {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            Conditions.Result result = conditions.together(List.of(formulas.get(i)));
            holding.add(result);
            switch (result) {
                case Conditions.Impossible impossible -> proofs.add(new RuleProof.Dead(rule));
                case Conditions.Undecided undecided -> undecided(rule, "can it fire", undecided);
                case Conditions.Possible possible -> live(i, possible);
            }
        }
        return proofs;
    }

    private void live(int index, Conditions.Possible possible) {
        Rule rule = rules.get(index);
        switch (conditions.together(List.of(Formula.not(formulas.get(index))))) {
            case Conditions.Impossible impossible -> proofs.add(new RuleProof.AlwaysFires(rule));
            case Conditions.Undecided undecided -> undecided(rule, "does it always fire", undecided);
            case Conditions.Possible other -> {}
        }
        List<Integer> same = sameAs(index, possible);
        if (!same.isEmpty()) {
            proofs.add(new RuleProof.SameCondition(rule, rules.get(same.getFirst())));
        } else if (rule.enabled()) {
            shadowed(index, possible);
        }
    }

    /** The first earlier rule that the same events make true. */
    private List<Integer> sameAs(int index, Conditions.Possible possible) {
        for (int earlier = 0; earlier < index; earlier++) {
            if (holding.get(earlier) instanceof Conditions.Possible other
                    && !exceeds(index, possible, List.of(earlier))
                    && !exceeds(earlier, other, List.of(index))) {
                return List.of(earlier);
            }
        }
        return List.of();
    }

    private void shadowed(int index, Conditions.Possible possible) {
        List<Integer> earlier = new ArrayList<>();
        for (int i = 0; i < index; i++) {
            if (rules.get(i).enabled() && holding.get(i) instanceof Conditions.Possible) {
                earlier.add(i);
            }
        }
        if (conditions.confirms(outside(index, earlier), possible.truth())) {
            return;
        }
        switch (conditions.together(outside(index, earlier))) {
            case Conditions.Possible other -> {}
            case Conditions.Undecided undecided -> undecided(rules.get(index), "does an earlier rule hide it", undecided);
            case Conditions.Impossible(List<Formula> core) -> {
                List<Integer> needed = earlier.stream()
                        .filter(i -> core.contains(Formula.not(formulas.get(i))))
                        .toList();
                proofs.add(new RuleProof.Shadowed(
                        rules.get(index),
                        withoutIdle(index, needed).stream().map(rules::get).toList()));
            }
        }
    }

    /** Leaves out rules that the others hide a rule without. */
    private List<Integer> withoutIdle(int index, List<Integer> hiding) {
        List<Integer> needed = new ArrayList<>(hiding);
        for (Integer each : hiding) {
            List<Integer> rest = new ArrayList<>(needed);
            rest.remove(each);
            if (conditions.together(outside(index, rest)) instanceof Conditions.Impossible) {
                needed = rest;
            }
        }
        return needed;
    }

    /** Whether a rule may hold for an event for which none of the others does; if that is not decided, it may. */
    private boolean exceeds(int index, Conditions.Possible possible, List<Integer> others) {
        List<Formula> outside = outside(index, others);
        return conditions.confirms(outside, possible.truth())
                || !(conditions.together(outside) instanceof Conditions.Impossible);
    }

    /** That a rule holds and none of the others does. */
    private List<Formula> outside(int index, List<Integer> others) {
        List<Formula> all = new ArrayList<>(List.of(formulas.get(index)));
        others.forEach(i -> all.add(Formula.not(formulas.get(i))));
        return all;
    }

    private void undecided(Rule rule, String question, Conditions.Undecided undecided) {
        proofs.add(new RuleProof.Undecided(rule, question, undecided.reason()));
    }
}
