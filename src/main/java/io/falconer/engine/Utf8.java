package io.falconer.engine;

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
        StringBuilder text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            int width = wellFormed(bytes, i);
            if (width == 0) {
                text.append((char) (FIRST_BYTE - 0x80 + (bytes[i++] & 0xFF)));
            } else {
                text.append(new String(bytes, i, width, StandardCharsets.UTF_8));
                i += width;
            }
        }
        return text.toString();
    }

    /** The length of the well-formed sequence at {@code at}, or 0. */
    private static int wellFormed(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int width = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (width == 0 || at + width > bytes.length) {
            return 0;
        }
        for (int i = 1; i < width; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = width > 1 ? bytes[at + 1] & 0xFF : 0;
        boolean bad = (first == 0xE0 && second < 0xA0)
                || (first == 0xED && second > 0x9F)
                || (first == 0xF0 && second < 0x90)
                || (first == 0xF4 && second > 0x8F);
        return bad ? 0 : width;
    }
}
