package io.falconer.event.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Unescapes strings as fastjson does. Text that is not an escape is kept as it is written. */
final class JsonEscapes {
    private static final int NO_HEX = -1;

    private final byte[] in;
    private final int end;
    private final byte[] out;
    private int length;

    private JsonEscapes(byte[] in, int start, int end) {
        this.in = in;
        this.end = end;
        this.out = new byte[end - start];
    }

    /** The bytes from {@code start} to {@code end} without their escapes; never longer than before. */
    static byte[] unescape(byte[] in, int start, int end) {
        var escapes = new JsonEscapes(in, start, end);
        escapes.run(start);
        return Arrays.copyOf(escapes.out, escapes.length);
    }

    private void run(int start) {
        int at = start;
        while (at < end) {
            if (in[at] != '\\' || at + 1 == end) {
                out[length++] = in[at++];
                continue;
            }
            byte escape = in[at + 1];
            at += 2;
            switch (escape) {
                case '"', '\\', '/' -> out[length++] = escape;
                case 'b' -> out[length++] = '\b';
                case 'f' -> out[length++] = '\f';
                case 'n' -> out[length++] = '\n';
                case 'r' -> out[length++] = '\r';
                case 't' -> out[length++] = '\t';
                case 'u' -> at = unicode(at);
                default -> keep(escape);
            }
        }
    }

    private void keep(byte escape) {
        out[length++] = '\\';
        out[length++] = escape;
    }

    /** {@code at} is after the u. Returns where reading continues. */
    private int unicode(int at) {
        int unit = hex(at);
        if (unit == NO_HEX) {
            keep((byte) 'u');
            return at;
        }
        if (!Character.isSurrogate((char) unit)) {
            append(unit);
            return at + 4;
        }
        boolean pairs = at + 6 <= end && in[at + 4] == '\\' && in[at + 5] == 'u' && hex(at + 6) != NO_HEX;
        if (!pairs) {
            keep((byte) 'u');
            System.arraycopy(in, at, out, length, 4);
            length += 4;
            return at + 4;
        }
        char high = (char) unit;
        char low = (char) hex(at + 6);
        append(Character.isSurrogatePair(high, low) ? Character.toCodePoint(high, low) : 0xFFFD);
        return at + 10;
    }

    private int hex(int at) {
        if (at + 4 > end) {
            return NO_HEX;
        }
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = in[i] < 0 ? -1 : Character.digit(in[i], 16);
            if (digit < 0) {
                return NO_HEX;
            }
            value = 16 * value + digit;
        }
        return value;
    }

    private void append(int codePoint) {
        byte[] encoded = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, out, length, encoded.length);
        length += encoded.length;
    }
}
