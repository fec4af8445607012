package io.falconer.suite;

import io.falconer.condition.Expr;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.language.TooLarge;
import io.falconer.logic.Deadline;
import io.falconer.meaning.RuleClaim;
import io.falconer.model.ConditionReading;
import io.falconer.model.Statement;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.verify.Decision;
import io.falconer.verify.MeaningProofs;
import io.falconer.verify.SystemCallProofs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides the claims about the rules of a policy. */
public final class ClaimProofs {
    private final RulesInForce rules;
    private final Falco falco;
    private final Part part;
    private final MeaningProofs ofRequests;
    private final SystemCallProofs ofCalls;

    /** @param deadline when to give up; what is not decided then is undecided */
    public ClaimProofs(RulesInForce rules, Falco falco, Deadline deadline) {
        this.rules = rules;
        this.falco = falco;
        this.part = new Part(deadline);
        Engine engine = rules.engine(RuleMatching.ALL);
        this.ofRequests = new MeaningProofs(engine, falco, part);
        this.ofCalls = new SystemCallProofs(engine, falco, part);
    }

    /**
     * What was decided about each rule whose meaning is known, by its name, in the order of the claims. Rules with few
     * checks come first, and each gets an equal part of the time that is left. What is left in the end is for those that
     * need more than their part.
     */
    public Map<String, RuleDecision> decide(List<RuleClaim> claims) {
        Map<RuleClaim, RuleDecision> decided = new HashMap<>();
        List<RuleClaim> waiting =
                claims.stream().sorted(Comparator.comparingInt(this::checks)).toList();
        List<RuleClaim> hard = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            RuleClaim claim = waiting.get(i);
            part.begin(waiting.size() - i);
            decide(claim).ifPresent(decision -> {
                decided.put(claim, decision);
                if (part.isOver() && !decision.reasons().isEmpty()) {
                    hard.add(claim);
                }
            });
        }
        for (RuleClaim claim : hard) {
            part.begin(1);
            if (!part.isOver()) {
                decide(claim)
                        .ifPresent(later -> decided.merge(
                                claim,
                                later,
                                (first, more) -> new RuleDecision(
                                        first.decision().completedBy(more.decision()), more.over(), more.under())));
            }
        }
        Map<String, RuleDecision> decisions = new LinkedHashMap<>();
        claims.forEach(claim ->
                Optional.ofNullable(decided.get(claim)).ifPresent(decision -> decisions.put(claim.rule(), decision)));
        return decisions;
    }

    private int checks(RuleClaim claim) {
        return rule(claim).map(rule -> checks(rule.condition())).orElse(0);
    }

    private static int checks(Expr condition) {
        return switch (condition) {
            case Expr.And and ->
                and.operands().stream().mapToInt(ClaimProofs::checks).sum();
            case Expr.Or or ->
                or.operands().stream().mapToInt(ClaimProofs::checks).sum();
            case Expr.Not not -> checks(not.operand());
            case Expr.MacroRef macro -> 1;
            case Expr.Exists exists -> 1;
            case Expr.Comparison comparison -> 1;
        };
    }

    /** The part of the time that one question has. */
    private static final class Part implements Deadline {
        private final Deadline all;
        private Deadline current;

        Part(Deadline all) {
            this.all = all;
            this.current = all;
        }

        /** Begins the first of so many questions. */
        void begin(int questions) {
            current = all.part(questions);
        }

        @Override
        public boolean isOver() {
            return current.isOver();
        }

        @Override
        public String reason() {
            return all.reason();
        }
    }

    /** What was decided about a rule; empty if it is not there, or its meaning is not known. */
    private Optional<RuleDecision> decide(RuleClaim claim) {
        return rule(claim)
                .flatMap(rule -> decide(claim, rule))
                .map(decision -> new RuleDecision(decision, claim.over(), claim.under()));
    }

    private Optional<Decision> decide(RuleClaim claim, Rule rule) {
        try {
            Optional<Statement> meaning = claim.meaning().statement();
            return meaning.map(statement -> switch (rule.source()) {
                case K8S_AUDIT -> ofRequests.decide(rule, statement, instead(claim));
                case SYSCALL -> ofCalls.decide(rule, statement);
            });
        } catch (TooLarge e) {
            return Optional.of(Decision.open(e.message()));
        }
    }

    /** Whether the rules of a claim have the same meaning here as with another release. */
    boolean readsAs(ClaimProofs other, RuleClaim claim) {
        return readings(claim).equals(other.readings(claim)) && isReliable(claim) && other.isReliable(claim);
    }

    /** Whether the events that show a decision about a claim do so here. */
    boolean confirms(RuleClaim claim, RuleDecision decision) {
        return decision.equals(decision.confirmed(rules, claim.rule()));
    }

    private List<ConditionReading> readings(RuleClaim claim) {
        return involved(claim)
                .map(rule -> ConditionReading.of(rule.condition(), rule.source(), falco))
                .toList();
    }

    private boolean isReliable(RuleClaim claim) {
        return involved(claim).allMatch(rule -> rules.unreliable(rule.name()).isEmpty());
    }

    private Stream<Rule> involved(RuleClaim claim) {
        return Stream.concat(rule(claim).stream(), instead(claim).stream());
    }

    private Optional<Rule> rule(RuleClaim claim) {
        return Optional.of(claim.rule()).filter(rules.names()::contains).map(rules::rule);
    }

    private List<Rule> instead(RuleClaim claim) {
        return claim.instead().filter(rules.names()::contains).map(rules::rule).stream()
                .toList();
    }
}
