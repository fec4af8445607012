package io.falconer.event.reader;

import io.falconer.event.json.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A window on a stream that always contains whole lines, and grows only as far as necessary. */
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

    /** The offset in {@link #bytes()} of the first byte that is still needed. Other calls may move it. */
    int start() {
        return start;
    }

    /** Drops the first {@code count} bytes. */
    void drop(int count) {
        start += count;
    }

    /** Whether the stream is at its end and every byte was dropped. */
    boolean isEmpty() throws IOException {
        return start == filled && !fill();
    }

    /**
     * The end of the line that starts {@code from} bytes after the start, without its line feed and counted from the start; -1
     * if it does not end within {@code limit} bytes.
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

    /** Whether a line feed follows {@code end} bytes after the start, which is true for all lines except the last. */
    boolean hasLineFeed(int end) {
        return start + end < filled;
    }

    /** Whether every byte that was read was dropped; more may follow. */
    boolean isDrained() {
        return start == filled;
    }

    /** Whether there is a byte order mark at {@code from}. */
    public static boolean isByteOrderMark(byte[] bytes, int from, int end) {
        return end - from >= BYTE_ORDER_MARK
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
    }

    /** The offset of the first byte of a line that is not a blank; {@code end} if there is none. */
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
