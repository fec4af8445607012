package io.falconer.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules out the rules that an event cannot fire, by the texts that their conditions require. It may leave too many rules, never
 * too few. The remaining conditions are evaluated in full.
 */
final class RuleIndex {
    /** A single rule evaluates as fast without an index. */
    private static final int FEWEST_RULES = 2;

    /** Each slot costs every event a little, and slots that fewer rules share save less. */
    private static final int MOST_SLOTS = 16;

    private final List<SlotIndex> slots;
    private final BitSet possible;

    private RuleIndex(List<SlotIndex> slots, BitSet possible) {
        this.slots = slots;
        this.possible = possible;
    }

    /** The index of the rules with these conditions, in the order of their numbers. */
    static RuleIndex of(List<Node> conditions) {
        BitSet possible = new BitSet();
        Map<Integer, Map<Integer, RequiredValues>> bySlot = new HashMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            int rule = i;
            Optional<SlotRequirements> needs = SlotRequirements.of(conditions.get(i));
            possible.set(rule, needs.isPresent());
            needs.ifPresent(
                    n -> n.bySlot().forEach((slot, accepted) -> bySlot.computeIfAbsent(slot, s -> new HashMap<>())
                            .put(rule, accepted)));
        }
        List<Map.Entry<Integer, Map<Integer, RequiredValues>>> useful = new ArrayList<>(bySlot.entrySet());
        useful.removeIf(entry -> choosing(entry.getValue()) < FEWEST_RULES);
        useful.sort(Comparator.<Map.Entry<Integer, Map<Integer, RequiredValues>>>comparingLong(
                        entry -> -choosing(entry.getValue()))
                .thenComparing(Map.Entry::getKey));
        List<SlotIndex> slots = useful.stream()
                .limit(MOST_SLOTS)
                .map(entry -> new SlotIndex(entry.getKey(), entry.getValue(), conditions.size()))
                .toList();
        return new RuleIndex(slots, possible);
    }

    private static long choosing(Map<Integer, RequiredValues> byRule) {
        return byRule.values().stream().filter(accepted -> !accepted.any()).count();
    }

    /** The slots to check. Those that concern most rules come first. */
    SlotIndex[] slots() {
        return slots.toArray(SlotIndex[]::new);
    }

    /** The rules that an event may fire. */
    BitSet possible() {
        return (BitSet) possible.clone();
    }
}
