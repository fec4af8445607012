package io.falconer.event.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches texts eight bytes at a time. */
public final class Bytes {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private Bytes() {}

    /** The offset of the next line feed, at {@code from} or after it; {@code limit} if there is none before that. */
    public static int lineFeed(byte[] bytes, int from, int limit) {
        int at = from;
        // Lines are long: check four words at a time, and check them one by one if one contains a match.
        while (at <= limit - 4 * Long.BYTES
                && (lineFeeds(bytes, at)
                                | lineFeeds(bytes, at + Long.BYTES)
                                | lineFeeds(bytes, at + 2 * Long.BYTES)
                                | lineFeeds(bytes, at + 3 * Long.BYTES))
                        == 0) {
            at += 4 * Long.BYTES;
        }
        while (at <= limit - Long.BYTES) {
            long found = lineFeeds(bytes, at);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < limit && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static long lineFeeds(byte[] bytes, int at) {
        return zeros((long) WORD.get(bytes, at) ^ '\n' * EACH);
    }

    /** The offset of the quote that closes a string that continues at {@code from}; {@code limit} or more if there is none. */
    static int closingQuote(byte[] bytes, int from, int limit) {
        int at = quoteOrBackslash(bytes, from, limit);
        while (at < limit && bytes[at] == '\\') {
            at = quoteOrBackslash(bytes, at + 2, limit);
        }
        return at;
    }

    /** The offset of the next quote or backslash, at {@code from} or after it; {@code limit} if there is none before that. */
    static int quoteOrBackslash(byte[] bytes, int from, int limit) {
        int at = from;
        // Two words at a time, because most strings are that short, and so most searches take the same path.
        for (; at <= limit - 2 * Long.BYTES; at += 2 * Long.BYTES) {
            long first = quotesOrBackslashes((long) WORD.get(bytes, at));
            long second = quotesOrBackslashes((long) WORD.get(bytes, at + Long.BYTES));
            if ((first | second) != 0) {
                return at
                        + (first != 0
                                ? Long.numberOfTrailingZeros(first) >>> 3
                                : Long.BYTES + (Long.numberOfTrailingZeros(second) >>> 3));
            }
        }
        while (at < limit && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return Math.min(at, limit);
    }

    /** The first eight of {@code length} bytes as one number. If there are fewer, zeros follow. */
    static long head(byte[] bytes, int start, int length) {
        if (start <= bytes.length - Long.BYTES) {
            long word = (long) WORD.get(bytes, start);
            return length >= Long.BYTES ? word : length == 0 ? 0 : word & (-1L >>> (Long.SIZE - Byte.SIZE * length));
        }
        long word = 0;
        for (int i = Math.min(length, Long.BYTES) - 1; i >= 0; i--) {
            word = (word << Byte.SIZE) | (bytes[start + i] & 0xFF);
        }
        return word;
    }

    private static long quotesOrBackslashes(long word) {
        return zeros(word ^ '"' * EACH) | zeros(word ^ '\\' * EACH);
    }

    /** The high bit of each byte that is zero. After the first of them, it may also be set for a byte that is not zero. */
    private static long zeros(long word) {
        return word - EACH & ~word & HIGH;
    }
}
