package io.falconer.engine;

import io.falconer.field.EventSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The costs of the rules of an engine, summed over all events that were evaluated with it. Threads may share it.
 *
 * <p>A field is read once for each event, and so is a sub-condition that several rules share. The first rule that needs it is
 * charged, so a rule may look expensive only because it paid for the others. The cost of selecting the rules to try, and of the
 * fields read for that, is not charged.
 */
public final class RuleCosts {
    private final Map<EventSource, SourceCosts> bySource = new EnumMap<>(EventSource.class);

    RuleCosts(Map<EventSource, SourcePlan> plans, LongSupplier clock) {
        plans.forEach((source, plan) -> bySource.put(source, new SourceCosts(plan, clock)));
    }

    /** The costs of the rules of {@code plan}. */
    SourceCosts of(EventSource source, SourcePlan plan) {
        SourceCosts costs = bySource.get(source);
        if (costs == null || !costs.isOf(plan)) {
            throw new IllegalArgumentException("these are costs of another engine");
        }
        return costs;
    }

    /**
     * The rules that took longest, longest first, and rules with equal costs in order of definition. Rules that were never
     * evaluated are left out, so there may be fewer than {@code most}.
     */
    public List<RuleCost> costliest(int most) {
        List<RuleCost> all = new ArrayList<>();
        bySource.values().forEach(costs -> costs.addTo(all));
        return all.stream()
                .sorted(Comparator.comparingLong(RuleCost::nanos).reversed())
                .limit(most)
                .toList();
    }
}
