package io.falconer.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must be so for a condition to hold, as far as single slots tell: a slot that is not among {@code bySlot} may have
 * any value or none.
 */
record Needs(Map<Integer, Accepted> bySlot) {
    private static final Needs NOTHING = new Needs(Map.of());

    Needs {
        bySlot = Map.copyOf(bySlot);
    }

    /** What a planned condition needs; empty if it never holds. */
    static Optional<Needs> of(Node node) {
        return switch (node) {
            case Node.Once once -> of(once.inner());
            case Node.And and -> all(and);
            case Node.Or or -> some(or);
            // A comparison on nothing is false, so its contrary holds of nothing too.
            case Node.Not not -> Optional.of(NOTHING);
            case CheckNode.Exists exists -> Optional.of(new Needs(Map.of(exists.slot(), Accepted.ANY)));
            case CheckNode.Compare compare ->
                check(compare.slot(), compare.matcher().accepted());
            case CheckNode.Pair pair -> Optional.of(pair(pair.leftSlot(), pair.rightSlot()));
        };
    }

    private static Optional<Needs> check(int slot, Accepted accepted) {
        return accepted.isNone() ? Optional.empty() : Optional.of(new Needs(Map.of(slot, accepted)));
    }

    private static Needs pair(int left, int right) {
        Map<Integer, Accepted> both = new HashMap<>();
        both.put(left, Accepted.ANY);
        both.put(right, Accepted.ANY);
        return new Needs(both);
    }

    private static Optional<Needs> all(Node.And and) {
        Map<Integer, Accepted> together = new HashMap<>();
        for (int i = 0; i < and.size(); i++) {
            Optional<Needs> needs = of(and.operand(i));
            if (needs.isEmpty()) {
                return Optional.empty();
            }
            needs.get().bySlot.forEach((slot, accepted) -> together.merge(slot, accepted, Accepted::stricter));
        }
        return Optional.of(new Needs(together));
    }

    /** A slot is needed if each operand that can hold needs it. */
    private static Optional<Needs> some(Node.Or or) {
        List<Needs> alternatives = new ArrayList<>();
        for (int i = 0; i < or.size(); i++) {
            of(or.operand(i)).ifPresent(alternatives::add);
        }
        if (alternatives.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Accepted> common = new HashMap<>();
        for (int slot : alternatives.getFirst().bySlot.keySet()) {
            if (alternatives.stream().allMatch(needs -> needs.bySlot.containsKey(slot))) {
                List<Accepted> accepted = new ArrayList<>();
                alternatives.forEach(needs -> accepted.add(needs.bySlot.getOrDefault(slot, Accepted.ANY)));
                common.put(slot, Accepted.union(accepted));
            }
        }
        return Optional.of(new Needs(common));
    }
}
