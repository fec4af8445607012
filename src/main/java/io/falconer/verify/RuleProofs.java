package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.field.EventSource;
import io.falconer.lint.UnreliableFields;
import io.falconer.logic.Deadline;
import io.falconer.logic.Formula;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Proves what is wrong with rules whatever the events are: rules that never or always fire, that an earlier one hides, or that
 * say the same, and clauses, items and exceptions that make no difference. Rules without any of these are left out.
 */
public final class RuleProofs {
    private final Conditions conditions;
    private final List<Rule> rules;
    private final List<Formula> formulas;
    private final List<Formula> negations;
    /** For each rule what makes it true, where that was found. */
    private final List<Conditions.Result> holding = new ArrayList<>();

    private final List<RuleFact> proofs = new ArrayList<>();
    private final RedundantParts redundant;
    private final IdleExceptions idle;

    private RuleProofs(EventSource source, RuleSet all, Deadline deadline) {
        this.conditions = new Conditions(source, all.falco(), deadline);
        this.rules = new ArrayList<>();
        for (Rule rule : all.rules()) {
            if (rule.source() == source) {
                if (UnreliableFields.of(rule, all.falco()).isEmpty()) {
                    rules.add(rule);
                } else {
                    undecided(rule, "fires when its condition says so", new Conditions.Undecided("unreliable fields"));
                }
            }
        }
        this.formulas =
                rules.stream().map(rule -> conditions.fires(rule, all.falco())).toList();
        this.negations = formulas.stream().map(Formula::not).toList();
        this.redundant = new RedundantParts(conditions, this::add);
        this.idle = new IdleExceptions(conditions, this::add);
    }

    /**
     * What is so for every event, in the order of the rules, those of one source after the other. Rules with
     * {@linkplain UnreliableFields unreliable fields} are undecided.
     *
     * @param deadline when to give up; what is not decided then is {@link RuleFact.Undecided}
     */
    public static List<RuleFact> of(RuleSet rules, Deadline deadline) {
        return Stream.of(EventSource.values())
                .flatMap(source -> new RuleProofs(source, rules, deadline).prove().stream())
                .toList();
    }

    /** Of {@link #of} only what it says about exceptions, for rules that are enabled and can fire. */
    static List<RuleFact> ofExceptions(RuleSet rules, Deadline deadline) {
        return Stream.of(EventSource.values())
                .flatMap(source -> new RuleProofs(source, rules, deadline).proveExceptions().stream())
                .toList();
    }

    private List<RuleFact> proveExceptions() {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            boolean canFire = rule.enabled()
                    && !new ConditionParts(rule).exceptions().isEmpty()
                    && conditions.together(List.of(formulas.get(i))) instanceof Conditions.Possible;
            if (canFire) {
                idle.search(rule);
            }
        }
        return proofs;
    }

    private List<RuleFact> prove() {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            Conditions.Result result = conditions.together(List.of(formulas.get(i)));
            holding.add(result);
            switch (result) {
                case Conditions.Impossible impossible -> dead(rule);
                case Conditions.Undecided undecided -> undecided(rule, "can fire", undecided);
                case Conditions.Possible possible -> live(i, possible);
            }
        }
        return proofs;
    }

    /** Rules that are disabled may wait for what makes them fire. */
    private void dead(Rule rule) {
        boolean neverHolds =
                conditions.together(List.of(conditions.formula(rule.condition()))) instanceof Conditions.Impossible;
        if (rule.enabled() && neverHolds) { // otherwise Falco tries it on no type of event, and warns
            proofs.add(new RuleFact.Dead(rule, contradiction(rule, List.of())));
        }
    }

    /** The operands of a conjunction, with those of the conjunctions among them. */
    static Stream<Expr> clauses(Expr condition) {
        return condition instanceof Expr.And and
                ? and.operands().stream().flatMap(RuleProofs::clauses)
                : Stream.of(condition);
    }

    /** Of the clauses of a rule, which cannot all be true where {@code given} holds, some that cannot already. */
    private List<Expr> contradiction(Rule rule, List<Formula> given) {
        List<Expr> needed = clauses(rule.condition()).toList();
        for (Expr clause : needed) {
            List<Expr> rest = new ArrayList<>(needed);
            rest.removeIf(each -> each == clause);
            List<Formula> formulas = new ArrayList<>(given);
            rest.forEach(each -> formulas.add(conditions.formula(each)));
            if (conditions.together(formulas) instanceof Conditions.Impossible) {
                needed = rest;
            }
        }
        return needed;
    }

    private void live(int index, Conditions.Possible possible) {
        Rule rule = rules.get(index);
        switch (conditions.together(List.of(negations.get(index)))) {
            case Conditions.Impossible impossible -> proofs.add(new RuleFact.AlwaysFires(rule));
            case Conditions.Undecided undecided -> undecided(rule, "always fires", undecided);
            case Conditions.Possible other -> parts(rule);
        }
        List<Integer> same = sameAs(index, possible);
        if (!same.isEmpty()) {
            proofs.add(new RuleFact.SameCondition(rule, rules.get(same.getFirst())));
        } else if (rule.enabled()) {
            shadowed(index, possible);
        }
    }

    private void parts(Rule rule) {
        if (rule.enabled()) {
            redundant.search(rule);
            idle.search(rule);
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
            case Conditions.Undecided undecided ->
                undecided(rules.get(index), "can fire before earlier rules do", undecided);
            case Conditions.Impossible(List<Formula> core) -> {
                List<Integer> needed = earlier.stream()
                        .filter(i -> core.contains(negations.get(i)))
                        .toList();
                List<Integer> hiding = withoutIdle(index, needed);
                proofs.add(new RuleFact.Shadowed(
                        rules.get(index),
                        hiding.stream().map(rules::get).toList(),
                        contradiction(
                                rules.get(index),
                                hiding.stream().map(negations::get).toList())));
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
        if (conditions.confirms(outside, possible.truth())) {
            return true;
        }
        return switch (conditions.together(outside)) {
            case Conditions.Impossible impossible -> false;
            case Conditions.Possible found -> true;
            case Conditions.Undecided undecided -> {
                undecided(rules.get(index), "has the condition of another rule", undecided);
                yield true;
            }
        };
    }

    /** That a rule holds and none of the others does. */
    private List<Formula> outside(int index, List<Integer> others) {
        List<Formula> all = new ArrayList<>(List.of(formulas.get(index)));
        others.forEach(i -> all.add(negations.get(i)));
        return all;
    }

    private void undecided(Rule rule, String question, Conditions.Undecided undecided) {
        add(new RuleFact.Undecided(rule, question, undecided.reason()));
    }

    private void add(RuleFact fact) {
        if (!proofs.contains(fact)) {
            proofs.add(fact);
        }
    }
}
