package io.falconer.suite;

import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.engine.RulesInForce;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.event.reader.SkipReason;
import io.falconer.policy.Policy;
import io.falconer.proof.ProofCase;
import io.falconer.ruleset.Rule;
import io.falconer.suite.Failure.FiredUnasked;
import io.falconer.suite.Failure.StayedSilent;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proves the rules of policies: replays their counter-fixtures, with an alert for every rule that matches. */
public final class ProofRunner {
    private final Runnable afterEach;

    /** @param afterEach runs after each counter-fixture */
    public ProofRunner(Runnable afterEach) {
        this.afterEach = afterEach;
    }

    /**
     * What the counter-fixtures of a policy show about each of its rules, in their order.
     *
     * @param path the policy's file
     * @return nothing if a counter-fixture belongs to a rule that does not exist ({@code unknown-rule}) or Falco would drop one
     *     of its events ({@code unusable-event})
     */
    public Outcome<PolicyProof> prove(Policy policy, String path, RulesInForce rules, List<ProofCase> fixtures) {
        Map<String, Rule> byName = new LinkedHashMap<>();
        Map<String, List<Observation>> seen = new LinkedHashMap<>();
        for (Rule rule : rules.rules()) {
            byName.put(rule.name(), rule);
            seen.put(rule.name(), new ArrayList<>());
        }
        List<Diagnostic> problems = new ArrayList<>();
        int count = 0;
        for (ProofCase proof : fixtures) {
            Optional<Rule> rule = Optional.ofNullable(byName.get(proof.rule()));
            if (rule.isEmpty()) {
                problems.add(Diagnostic.fileError(
                        "unknown-rule",
                        path + ": a counter-fixture belongs to a rule that was not generated: " + proof.rule()));
                continue;
            }
            EventReader reader = new EventReader();
            List<Event> events = reader.read(proof.description(), String.join("\n", proof.events()));
            reader.skips().counts().keySet().forEach(reason -> problems.add(unusable(proof, reason)));
            count += events.size();
            seen.computeIfAbsent(proof.rule(), r -> new ArrayList<>()).add(observe(rules, rule.get(), proof, events));
            afterEach.run();
        }
        if (!problems.isEmpty()) {
            return Outcome.failed(problems);
        }
        List<RuleProof> proofs = seen.entrySet().stream()
                .map(e -> new RuleProof(e.getKey(), e.getValue(), rules.unreliable(e.getKey()), Optional.empty()))
                .toList();
        return Outcome.of(new PolicyProof(policy.name(), path, proofs, count));
    }

    private static Observation observe(RulesInForce rules, Rule rule, ProofCase proof, List<Event> events) {
        Engine engine = rules.engine(RuleMatching.ALL);
        List<Alert> alerts =
                events.stream().flatMap(e -> engine.evaluate(rule, e).stream()).toList();
        List<Failure> failures = new ArrayList<>();
        if (proof.fires() && alerts.isEmpty()) {
            failures.add(new StayedSilent(
                    rule.name(),
                    Optional.empty(),
                    List.of(new Difference("alerts", "at least 1", "0")),
                    Silences.of(rules, RuleMatching.ALL, rule, events)));
        } else if (!proof.fires() && !alerts.isEmpty()) {
            failures.add(new FiredUnasked(
                    rule.name(),
                    Optional.empty(),
                    List.of(new Difference("alerts", "0", Integer.toString(alerts.size()))),
                    alerts,
                    NearMisses.of(engine, alerts)));
        }
        return new Observation(proof.description(), Optional.empty(), proof.fires(), !alerts.isEmpty(), failures);
    }

    private static Diagnostic unusable(ProofCase proof, SkipReason reason) {
        return Diagnostic.fileError(
                "unusable-event",
                "the counter-fixture \"" + proof.description() + "\" of \"" + proof.rule() + "\" cannot be used: "
                        + reason.text());
    }
}
