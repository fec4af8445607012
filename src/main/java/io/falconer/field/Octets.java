package io.falconer.field;

import java.nio.charset.StandardCharsets;

/** Texts as the bytes that Falco compares: strings whose chars are octets. */
final class Octets {
    private static final char LONE_BYTE = '\uDC00';

    private Octets() {}

    /** The text in UTF-8, one char an octet; the text itself where it is ASCII. */
    static String of(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder octets = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isLoneByte(c)) {
                octets.append((char) (c - LONE_BYTE));
            } else {
                byte[] bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                octets.append(new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        return octets.toString();
    }

    /** The number of octets of the text in UTF-8. */
    static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            count += c < 0x80 || isLoneByte(c) ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        }
        return count;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** How conditions hold a byte that is no part of valid UTF-8: U+DC00 + byte. */
    private static boolean isLoneByte(int c) {
        return c >= LONE_BYTE + 0x80 && c <= LONE_BYTE + 0xFF;
    }
}
