package io.falconer.event.reader;

import io.falconer.event.json.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A window on a stream that always holds whole lines, and grows no further than it has to. */
public final class LineBuffer {
    /** The length of a byte order mark in bytes. */
    public static final int BYTE_ORDER_MARK = 3;

    private static final int FIRST_SIZE = 1 << 14;

    private final InputStream in;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int start;
    private int filled;
    private boolean ended;

    LineBuffer(InputStream in) {
        this.in = in;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the first byte that is still needed lies in {@link #bytes()}; other calls may move it. */
    int start() {
        return start;
    }

    /** Forgets the first {@code count} bytes. */
    void drop(int count) {
        start += count;
    }

    /** Whether the stream is at its end and every byte was dropped. */
    boolean isEmpty() throws IOException {
        return start == filled && !fill();
    }

    /**
     * Where the line ends that begins {@code from} bytes behind the start, without its line feed and counted from the
     * start; -1 where it does not end within {@code limit} bytes.
     */
    int lineEnd(int from, int limit) throws IOException {
        int at = from;
        while (true) {
            int known = Math.min(filled - start, limit + 1);
            at = Bytes.lineFeed(bytes, start + at, start + known) - start;
            if (at < known) {
                return at;
            }
            if (at > limit) {
                return -1;
            }
            if (!fill()) {
                return at;
            }
        }
    }

    /** Whether a line feed follows {@code end} bytes behind the start, as it does but for the last line. */
    boolean hasLineFeed(int end) {
        return start + end < filled;
    }

    /** Whether every byte that was read was dropped; more may follow. */
    boolean isDrained() {
        return start == filled;
    }

    /** Whether a byte order mark stands at {@code from}. */
    public static boolean isByteOrderMark(byte[] bytes, int from, int end) {
        return end - from >= BYTE_ORDER_MARK
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
    }

    /** Where the first byte is that is no blank within a line; {@code end} where there is none. */
    public static int skipBlanks(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (start > 0 && (filled == bytes.length || start == filled)) {
            System.arraycopy(bytes, start, bytes, 0, filled - start);
            filled -= start;
            start = 0;
        }
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int count = in.read(bytes, filled, bytes.length - filled);
        if (count < 0) {
            ended = true;
            return false;
        }
        filled += count;
        return true;
    }
}
