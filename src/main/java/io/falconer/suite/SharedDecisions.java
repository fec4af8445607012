package io.falconer.suite;

import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.logic.Deadline;
import io.falconer.meaning.RuleClaim;
import io.falconer.ruleset.Falco;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Decisions about the rules of one policy in several releases of Falco. Where another release reads a rule as the first one
 * does, and its own replay shows the same, the decision of the first one holds for both. Several threads may use it.
 */
public final class SharedDecisions {
    private final List<RuleClaim> claims;
    private final RulesInForce rules;
    private final Falco falco;
    private final Supplier<Deadline> deadline;
    private final Function<ClaimProofs, Map<String, RuleDecision>> firstDecisions;
    private Optional<First> first = Optional.empty();

    /**
     * Decides nothing yet.
     *
     * @param rules the rules as the first release, {@code falco}, loads them
     * @param deadline starts the time that the decisions of one release may take; see {@link ClaimProofs}
     */
    public SharedDecisions(List<RuleClaim> claims, RulesInForce rules, Falco falco, Supplier<Deadline> deadline) {
        this(claims, rules, falco, deadline, proofs -> proofs.decide(claims));
    }

    /** @param firstDecisions what is decided in the first release */
    SharedDecisions(
            List<RuleClaim> claims,
            RulesInForce rules,
            Falco falco,
            Supplier<Deadline> deadline,
            Function<ClaimProofs, Map<String, RuleDecision>> firstDecisions) {
        this.claims = List.copyOf(claims);
        this.rules = rules;
        this.falco = falco;
        this.deadline = deadline;
        this.firstDecisions = firstDecisions;
    }

    /** What was decided in the first release. */
    private record First(ClaimProofs proofs, Map<String, RuleDecision> decisions) {}

    /**
     * What was decided about each rule whose meaning is known, by its name.
     *
     * @param loaded the rules as {@code release} loads them
     */
    public Map<String, RuleDecision> in(RulesInForce loaded, Falco release) {
        First known = first();
        if (release.equals(falco)) {
            return known.decisions();
        }
        ClaimProofs own = proofs(loaded, release);
        Map<String, RuleDecision> decisions = new LinkedHashMap<>();
        List<RuleClaim> left = new ArrayList<>();
        for (RuleClaim claim : claims) {
            Optional.ofNullable(known.decisions().get(claim.rule()))
                    .filter(decision -> own.readsAs(known.proofs(), claim) && own.confirms(claim, decision))
                    .ifPresentOrElse(decision -> decisions.put(claim.rule(), decision), () -> left.add(claim));
        }
        decisions.putAll(own.decide(left));
        return decisions;
    }

    /** Decides in the first release, unless this is done. */
    public void decide() {
        first();
    }

    /** The time starts when the engine is there, because long rules take a while to plan. */
    private ClaimProofs proofs(RulesInForce loaded, Falco release) {
        loaded.engine(RuleMatching.ALL);
        return new ClaimProofs(loaded, release, deadline.get());
    }

    private synchronized First first() {
        if (first.isEmpty()) {
            ClaimProofs proofs = proofs(rules, falco);
            first = Optional.of(new First(proofs, firstDecisions.apply(proofs)));
        }
        return first.get();
    }
}
