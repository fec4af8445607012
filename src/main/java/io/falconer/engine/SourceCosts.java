package io.falconer.engine;

import io.falconer.ruleset.Rule;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Tries the active rules of one source and sums up the cost, by their numbers. */
final class SourceCosts implements RuleTrial {
    private final SourcePlan plan;
    private final LongSupplier clock;
    private final AtomicLongArray evaluations;
    private final AtomicLongArray nanos;

    SourceCosts(SourcePlan plan, LongSupplier clock) {
        this.plan = plan;
        this.clock = clock;
        int rules = plan.activeRules().size();
        this.evaluations = new AtomicLongArray(rules);
        this.nanos = new AtomicLongArray(rules);
    }

    boolean isOf(SourcePlan other) {
        return plan == other;
    }

    @Override
    public @Nullable Alert of(int number, PlannedRule rule, Frame frame) {
        long start = clock.getAsLong();
        Alert alert = RuleTrial.plain(number, rule, frame);
        evaluations.incrementAndGet(number);
        nanos.addAndGet(number, clock.getAsLong() - start);
        return alert;
    }

    /** Adds the costs of the rules that were evaluated, in order of definition. */
    void addTo(List<RuleCost> costs) {
        List<Rule> rules = plan.activeRules();
        for (int i = 0; i < rules.size(); i++) {
            if (evaluations.get(i) > 0) {
                costs.add(new RuleCost(rules.get(i), evaluations.get(i), nanos.get(i)));
            }
        }
    }
}
