package io.falconer.language;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Which bytes are easy for people to read: the less a byte costs, the more an example prefers it. */
final class ReadableBytes {
    static final int HIGHEST_COST = 30;
    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String NEXT = "-/._ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** The bytes of a letter with an accent come before others that are not ASCII. */
    private static final String FIRST_OF_OTHERS = "\u00C3\u00A9";

    private static final int[] COSTS =
            IntStream.range(0, ByteClasses.BYTES).map(ReadableBytes::costOf).toArray();
    /** The bytes that texts may contain, the most expensive last. */
    private static final int[] CHEAPEST_FIRST = IntStream.concat(
                    (LETTERS_AND_DIGITS + NEXT + FIRST_OF_OTHERS).chars(), IntStream.range(1, ByteClasses.BYTES))
            .distinct()
            .boxed()
            .sorted(Comparator.comparingInt(ReadableBytes::cost))
            .mapToInt(Integer::intValue)
            .toArray();

    private ReadableBytes() {}

    /** How many bytes texts may contain. */
    static int count() {
        return CHEAPEST_FIRST.length;
    }

    /** The byte that {@code rank} others come before, because they cost less or as much. */
    static int byRank(int rank) {
        return CHEAPEST_FIRST[rank];
    }

    /** The cost of a byte in an example. A few letters are better than one byte that is not a letter. */
    static int cost(int b) {
        return COSTS[b];
    }

    private static int costOf(int b) {
        if (LETTERS_AND_DIGITS.indexOf(b) >= 0) {
            return 4;
        }
        if (NEXT.indexOf(b) >= 0) {
            return 5;
        }
        return b > ' ' && b < 0x7F ? 7 : b == ' ' ? 9 : b == '\t' || b == '\n' ? 20 : HIGHEST_COST;
    }
}
