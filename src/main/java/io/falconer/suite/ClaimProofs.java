package io.falconer.suite;

import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.field.EventSource;
import io.falconer.language.TooLarge;
import io.falconer.meaning.RuleClaim;
import io.falconer.model.Statement;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.verify.Decision;
import io.falconer.verify.MeaningProofs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Decides the claims about the rules of a policy. */
public final class ClaimProofs {
    private final RulesInForce rules;
    private final MeaningProofs proofs;

    /** @param expired asked now and then whether to give up; what is not decided then is undecided */
    public ClaimProofs(RulesInForce rules, Falco falco, BooleanSupplier expired) {
        this.rules = rules;
        this.proofs = new MeaningProofs(rules.engine(RuleMatching.ALL), falco, expired);
    }

    /** What was decided about each rule whose meaning is known, by its name. */
    public Map<String, RuleDecision> decide(List<RuleClaim> claims) {
        Map<String, RuleDecision> decisions = new LinkedHashMap<>();
        for (RuleClaim claim : claims) {
            if (rules.names().contains(claim.rule())) {
                decide(claim)
                        .ifPresent(decision ->
                                decisions.put(claim.rule(), new RuleDecision(decision, claim.over(), claim.under())));
            }
        }
        return decisions;
    }

    private Optional<Decision> decide(RuleClaim claim) {
        Rule rule = rules.rule(claim.rule());
        if (rule.source() != EventSource.K8S_AUDIT) {
            return Optional.empty();
        }
        try {
            Optional<Statement> meaning = claim.meaning().statement();
            List<Rule> instead = claim.instead().filter(rules.names()::contains).map(rules::rule).stream()
                    .toList();
            return meaning.map(statement -> proofs.decide(rule, statement, instead));
        } catch (TooLarge e) {
            return Optional.of(Decision.open(e.message()));
        }
    }
}
