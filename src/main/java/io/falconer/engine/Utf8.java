package io.falconer.engine;

import io.falconer.field.Octets;

/** Texts as UTF-8 bytes (see {@link io.falconer.text.ByteText}), without creating the bytes. */
final class Utf8 {
    private Utf8() {}

    /** Whether the bytes are UTF-8. */
    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The order of C's {@code strcmp}, which is the order of code points because UTF-8 preserves it. */
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

    /** The first {@code limit} bytes. A character that is cut shows as U+FFFD, because Falco's encoder replaces its remains. */
    static String cut(String text, int limit) {
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int width = Octets.width(point);
            if (length + width > limit) {
                return text.substring(0, i) + (length < limit ? "\uFFFD" : "");
            }
            length += width;
            i += Character.charCount(point);
        }
        return text;
    }
}
