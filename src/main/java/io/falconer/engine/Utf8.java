package io.falconer.engine;

import io.falconer.field.Octets;
import java.nio.charset.StandardCharsets;

/**
 * Texts as the UTF-8 bytes they stand for, without making those bytes. A lone low surrogate U+DC80 to U+DCFF stands for
 * the byte 0x80 to 0xFF of a sequence that is not UTF-8.
 */
final class Utf8 {
    private static final int FIRST_BYTE = 0xDC80;
    private static final int LAST_BYTE = 0xDCFF;

    private Utf8() {}

    /** The number of bytes. */
    static int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            length += width(point);
        }
        return length;
    }

    /** The order of C's {@code strcmp}: that of code points, since UTF-8 keeps it. */
    static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean sameHalf = Character.isSurrogate(x) == Character.isSurrogate(y);
                return sameHalf ? x - y : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }

    /**
     * The first {@code limit} bytes; a character that is cut shows as U+FFFD, which is how Falco's encoder replaces its
     * remains.
     */
    static String cut(String text, int limit) {
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int width = width(point);
            if (length + width > limit) {
                return text.substring(0, i) + (length < limit ? "\uFFFD" : "");
            }
            length += width;
            i += Character.charCount(point);
        }
        return text;
    }

    /** The bytes, one char each. */
    static String octets(String text) {
        StringBuilder octets = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (width(point) == 1) {
                octets.append((char) (point & 0xFF));
            } else {
                for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    octets.append((char) (b & 0xFF));
                }
            }
        }
        return octets.toString();
    }

    private static int width(int point) {
        if (point < 0x80 || (point >= FIRST_BYTE && point <= LAST_BYTE)) {
            return 1;
        }
        return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    /** The text that {@code bytes} stand for. */
    static String decode(byte[] bytes) {
        return Octets.text(new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
