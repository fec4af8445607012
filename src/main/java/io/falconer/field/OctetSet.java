package io.falconer.field;

import java.util.function.IntPredicate;

/** Sets of octets as four words of bits. */
final class OctetSet {
    private OctetSet() {}

    static long[] of(IntPredicate member) {
        long[] set = new long[4];
        for (int c = 0; c < 256; c++) {
            if (member.test(c)) {
                add(set, c);
            }
        }
        return set;
    }

    static void add(long[] set, int octet) {
        set[octet >> 6] |= 1L << (octet & 63);
    }

    static boolean holds(long[] set, int octet) {
        return (set[octet >> 6] >>> (octet & 63) & 1) != 0;
    }
}
