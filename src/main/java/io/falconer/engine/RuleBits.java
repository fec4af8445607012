package io.falconer.engine;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A set of the rules of one source by their numbers, read 64 at a time: those of {@code base}, which many sets share, and
 * {@code more}. Only words of {@code more} that contain rules are kept. Otherwise an index over many values would need memory
 * for as many rules at each.
 */
final class RuleBits {
    private final long[] base;
    private final int[] at;
    private final long[] more;

    private RuleBits(long[] base, int[] at, long[] more) {
        this.base = base;
        this.at = at;
        this.more = more;
    }

    /** The rules of {@code bits} out of {@code size} rules. */
    static RuleBits of(BitSet bits, int size) {
        return new RuleBits(Arrays.copyOf(bits.toLongArray(), words(size)), new int[0], new long[0]);
    }

    /** These rules and those of {@code bits}. */
    RuleBits with(BitSet bits) {
        long[] words = bits.toLongArray();
        int[] places = new int[words.length];
        long[] kept = new long[words.length];
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            if (words[i] != 0) {
                places[count] = i;
                kept[count++] = words[i];
            }
        }
        return new RuleBits(base, Arrays.copyOf(places, count), Arrays.copyOf(kept, count));
    }

    /** The rules in this set or in {@code other}. */
    RuleBits or(RuleBits other) {
        long[] both = new long[base.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = word(i) | other.word(i);
        }
        return new RuleBits(both, new int[0], new long[0]);
    }

    /** How many words {@code size} rules need. */
    static int words(int size) {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    int words() {
        return base.length;
    }

    /** The rules {@code 64 * index} to {@code 64 * index + 63}, the first in the lowest bit. */
    long word(int index) {
        if (at.length == 0) {
            return base[index];
        }
        int place = at.length == base.length ? index : Arrays.binarySearch(at, index);
        return place < 0 ? base[index] : base[index] | more[place];
    }

    /** Whether the rule with this number is in the set. */
    boolean contains(int rule) {
        return (word(rule / Long.SIZE) & 1L << rule) != 0;
    }
}
