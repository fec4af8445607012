package io.falconer.event.json;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Copies of scanned JSON text in other layouts. */
final class JsonLayout {
    private JsonLayout() {}

    /** The value from {@code start} to {@code end} without the blanks between its tokens. */
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

    /** The value with an indentation of two blanks for each level. Empty objects and arrays stay closed. */
    static byte[] indented(byte[] bytes, int start, int end) {
        var out = new ByteArrayOutputStream(2 * (end - start));
        int depth = 0;
        boolean opened = false;
        for (int at = start; at < end; ) {
            int token = tokenEnd(bytes, at);
            if (token == at) {
                at++;
                continue;
            }
            byte b = bytes[at];
            boolean closes = b == '}' || b == ']';
            if (opened && !closes) {
                newLine(out, ++depth);
            } else if (!opened && closes) {
                newLine(out, --depth);
            }
            out.write(bytes, at, token - at);
            if (b == ',') {
                newLine(out, depth);
            } else if (b == ':') {
                out.write(' ');
            }
            opened = b == '{' || b == '[';
            at = token;
        }
        return out.toByteArray();
    }

    private static void newLine(ByteArrayOutputStream out, int depth) {
        out.write('\n');
        for (int i = 0; i < depth; i++) {
            out.write(' ');
            out.write(' ');
        }
    }

    /** The end of the string or byte at {@code at}; {@code at} itself for a blank. */
    private static int tokenEnd(byte[] bytes, int at) {
        byte b = bytes[at];
        return b == '"' ? Bytes.closingQuote(bytes, at + 1, bytes.length) + 1 : JsonScanner.isBlank(b) ? at : at + 1;
    }
}
