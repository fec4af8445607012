package io.falconer.engine;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of the rules to try on one event, in order. It reads only the slots that are needed to rule out the rules before
 * the requested one.
 */
final class Candidates {
    private final RuleBits tried;
    private final SlotIndex[] slots;
    private final @Nullable RuleBits[] known;
    private final Frame frame;
    private int word = -1;
    private long rest;

    /** The rules of {@code tried} that the values in {@code frame} leave possible. */
    Candidates(RuleBits tried, SlotIndex[] slots, Frame frame) {
        this.tried = tried;
        this.slots = slots;
        this.known = new RuleBits[slots.length];
        this.frame = frame;
    }

    /** The next rule, -1 after the last one. */
    int next() {
        while (rest == 0) {
            if (++word == tried.words()) {
                word--;
                return -1;
            }
            rest = possible(tried.word(word));
        }
        int bit = Long.numberOfTrailingZeros(rest);
        rest &= rest - 1;
        return word * Long.SIZE + bit;
    }

    private long possible(long rules) {
        long possible = rules;
        for (int i = 0; i < slots.length && possible != 0; i++) {
            // A slot that does not concern any of them need not be read.
            if ((possible & slots[i].constrained().word(word)) != 0) {
                possible &= at(i).word(word);
            }
        }
        return possible;
    }

    private RuleBits at(int index) {
        RuleBits found = known[index];
        if (found == null) {
            found = slots[index].possible(frame.value(slots[index].slot()));
            known[index] = found;
        }
        return found;
    }
}
