package io.falconer.engine;

import io.falconer.event.Value;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules that the value of one slot leaves possible. */
final class SlotIndex {
    private final int slot;
    private final Map<String, RuleBits> byText = new HashMap<>();
    private final RuleBits constrained;
    private final RuleBits withoutValue;
    private final RuleBits otherwise;
    private final RuleBits all;

    /** The index of {@code slot}, by what each rule accepts there. A rule that accepts everything is not in the map. */
    SlotIndex(int slot, Map<Integer, RequiredValues> byRule, int rules) {
        this.slot = slot;
        BitSet caring = new BitSet();
        BitSet choosing = new BitSet();
        Map<String, BitSet> named = new HashMap<>();
        byRule.forEach((rule, accepted) -> {
            caring.set(rule);
            choosing.set(rule, !accepted.any());
            accepted.texts().forEach(text -> named.computeIfAbsent(text, t -> new BitSet())
                    .set(rule));
        });
        this.constrained = RuleBits.of(caring, rules);
        this.withoutValue = RuleBits.of(contrary(caring, rules), rules);
        this.otherwise = RuleBits.of(contrary(choosing, rules), rules);
        this.all = RuleBits.of(contrary(new BitSet(), rules), rules);
        named.forEach((text, bits) -> byText.put(text, otherwise.with(bits)));
    }

    private static BitSet contrary(BitSet bits, int rules) {
        BitSet contrary = (BitSet) bits.clone();
        contrary.flip(0, rules);
        return contrary;
    }

    int slot() {
        return slot;
    }

    /** The rules that some value of the slot rules out. */
    RuleBits constrained() {
        return constrained;
    }

    /** The rules that may hold if the slot's value is {@code value}. */
    RuleBits possible(Value value) {
        return switch (value) {
            case Value.None none -> withoutValue;
            case Value.Text text -> byText.getOrDefault(text.text(), otherwise);
            case Value.Many many -> possible(many.items());
            // Texts equal only texts.
            case Value.Scalar scalar -> otherwise;
        };
    }

    /** A list satisfies the requirement for a text with any of its elements. An empty list may satisfy it without one. */
    private RuleBits possible(List<Value.Scalar> items) {
        if (items.isEmpty()) {
            return all;
        }
        RuleBits possible = possible(items.getFirst());
        for (int i = 1; i < items.size(); i++) {
            RuleBits next = possible(items.get(i));
            if (next != possible && next != otherwise) {
                possible = possible == otherwise ? next : possible.or(next);
            }
        }
        return possible;
    }
}
