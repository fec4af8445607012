package io.falconer.suite;

import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.event.reader.EventReader;
import io.falconer.language.TooLarge;
import io.falconer.meaning.RuleClaim;
import io.falconer.model.ConditionReading;
import io.falconer.model.Statement;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.verify.Decision;
import io.falconer.verify.MeaningProofs;
import io.falconer.verify.SystemCallProofs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Decides the claims about the rules of a policy. */
public final class ClaimProofs {
    private final RulesInForce rules;
    private final Falco falco;
    private final MeaningProofs ofRequests;
    private final SystemCallProofs ofCalls;

    /** @param expired asked now and then whether to give up; what is not decided then is undecided */
    public ClaimProofs(RulesInForce rules, Falco falco, BooleanSupplier expired) {
        this.rules = rules;
        this.falco = falco;
        Engine engine = rules.engine(RuleMatching.ALL);
        this.ofRequests = new MeaningProofs(engine, falco, expired);
        this.ofCalls = new SystemCallProofs(engine, falco, expired);
    }

    /** What was decided about each rule whose meaning is known, by its name. */
    public Map<String, RuleDecision> decide(List<RuleClaim> claims) {
        Map<String, RuleDecision> decisions = new LinkedHashMap<>();
        claims.forEach(claim -> decide(claim).ifPresent(decision -> decisions.put(claim.rule(), decision)));
        return decisions;
    }

    /** What was decided about a rule; empty if it is not there, or its meaning is not known. */
    Optional<RuleDecision> decide(RuleClaim claim) {
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
        Engine engine = rules.engine(RuleMatching.ALL);
        Rule rule = rules.rule(claim.rule());
        return decision.counterexamples().stream()
                .allMatch(shown ->
                        engine.fires(rule, new EventReader().read("counterexample", shown.event())) == shown.fires());
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
