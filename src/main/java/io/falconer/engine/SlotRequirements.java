package io.falconer.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a condition requires to hold, as far as single slots show it. A slot that is not in {@code bySlot} may have any value or
 * none.
 */
record SlotRequirements(Map<Integer, RequiredValues> bySlot) {
    private static final SlotRequirements NOTHING = new SlotRequirements(Map.of());

    SlotRequirements {
        bySlot = Map.copyOf(bySlot);
    }

    /** What a planned condition requires; empty if it never holds. */
    static Optional<SlotRequirements> of(Node node) {
        return switch (node) {
            case Node.Memoized memoized -> of(memoized.inner());
            case StaleCondition stale -> Optional.of(NOTHING);
            case Node.And and -> all(and);
            case Node.Or or -> some(or);
            // A comparison without a value is false, so its negation holds without a value too.
            case Node.Not not -> Optional.of(NOTHING);
            case CheckNode.Exists exists ->
                Optional.of(new SlotRequirements(Map.of(exists.slot(), RequiredValues.ANY)));
            case CheckNode.Compare compare ->
                check(compare.slot(), compare.matcher().accepted());
            case CheckNode.Pair pair -> Optional.of(pair(pair.leftSlot(), pair.rightSlot()));
        };
    }

    private static Optional<SlotRequirements> check(int slot, RequiredValues accepted) {
        return accepted.isNone() ? Optional.empty() : Optional.of(new SlotRequirements(Map.of(slot, accepted)));
    }

    private static SlotRequirements pair(int left, int right) {
        Map<Integer, RequiredValues> both = new HashMap<>();
        both.put(left, RequiredValues.ANY);
        both.put(right, RequiredValues.ANY);
        return new SlotRequirements(both);
    }

    private static Optional<SlotRequirements> all(Node.And and) {
        Map<Integer, RequiredValues> together = new HashMap<>();
        for (int i = 0; i < and.size(); i++) {
            Optional<SlotRequirements> needs = of(and.operand(i));
            if (needs.isEmpty()) {
                return Optional.empty();
            }
            needs.get().bySlot.forEach((slot, accepted) -> together.merge(slot, accepted, RequiredValues::stricter));
        }
        return Optional.of(new SlotRequirements(together));
    }

    /** A slot is required if each operand that can hold requires it. */
    private static Optional<SlotRequirements> some(Node.Or or) {
        List<SlotRequirements> alternatives = new ArrayList<>();
        for (int i = 0; i < or.size(); i++) {
            of(or.operand(i)).ifPresent(alternatives::add);
        }
        if (alternatives.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, RequiredValues> common = new HashMap<>();
        for (int slot : alternatives.getFirst().bySlot.keySet()) {
            if (alternatives.stream().allMatch(needs -> needs.bySlot.containsKey(slot))) {
                List<RequiredValues> accepted = new ArrayList<>();
                alternatives.forEach(needs -> accepted.add(needs.bySlot.getOrDefault(slot, RequiredValues.ANY)));
                common.put(slot, RequiredValues.union(accepted));
            }
        }
        return Optional.of(new SlotRequirements(common));
    }
}
