package io.falconer.event.json;

import java.util.Arrays;

/** Copies of scanned JSON text in other layouts. */
final class JsonText {
    private JsonText() {}

    /** The value that lies from {@code start} to {@code end} without the blanks between its tokens. */
    static byte[] compact(byte[] bytes, int start, int end) {
        byte[] out = new byte[end - start];
        int length = 0;
        for (int at = start; at < end; ) {
            int token = tokenEnd(bytes, at);
            if (token > at) {
                System.arraycopy(bytes, at, out, length, token - at);
                length += token - at;
            }
            at = Math.max(token, at + 1);
        }
        return length == out.length ? out : Arrays.copyOf(out, length);
    }

    /** The length of {@link #compact}. */
    static int compactLength(byte[] bytes, int start, int end) {
        int length = 0;
        for (int at = start; at < end; ) {
            int token = tokenEnd(bytes, at);
            length += token - at;
            at = Math.max(token, at + 1);
        }
        return length;
    }

    /** Where the string or the byte at {@code at} ends; {@code at} itself for a blank. */
    private static int tokenEnd(byte[] bytes, int at) {
        byte b = bytes[at];
        return b == '"' ? stringEnd(bytes, at) : JsonScanner.isBlank(b) ? at : at + 1;
    }

    private static int stringEnd(byte[] bytes, int at) {
        int i = at + 1;
        while (bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }
}
