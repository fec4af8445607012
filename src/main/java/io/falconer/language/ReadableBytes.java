package io.falconer.language;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Which bytes people like to read: the less one costs, the sooner it is put into an example. */
final class ReadableBytes {
    static final int HIGHEST_COST = 30;
    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String NEXT = "-/._ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** The bytes of a letter with an accent come before others that are not ASCII. */
    private static final String FIRST_OF_OTHERS = "\u00C3\u00A9";

    private ReadableBytes() {}

    /** What a byte costs in an example: a few letters are better than one byte that is none. */
    static int cost(int b) {
        if (LETTERS_AND_DIGITS.indexOf(b) >= 0) {
            return 4;
        }
        if (NEXT.indexOf(b) >= 0) {
            return 5;
        }
        return b > ' ' && b < 0x7F ? 7 : b == ' ' ? 9 : b == '\t' || b == '\n' ? 20 : HIGHEST_COST;
    }

    /** The bytes that texts consist of, dearest last. */
    static int[] cheapestFirst() {
        IntStream preferred = (LETTERS_AND_DIGITS + NEXT + FIRST_OF_OTHERS).chars();
        return IntStream.concat(preferred, IntStream.range(1, ByteClasses.BYTES))
                .distinct()
                .boxed()
                .sorted(Comparator.comparingInt(ReadableBytes::cost))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
