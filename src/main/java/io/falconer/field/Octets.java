package io.falconer.field;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Texts as the bytes that Falco compares: strings whose chars are octets. A text holds a byte that is no part of valid UTF-8
 * as the lone surrogate U+DC00 + byte.
 */
public final class Octets {
    private static final char LONE_BYTE = '\uDC00';

    private Octets() {}

    /** The text in UTF-8, one char an octet; the text itself where it is ASCII. */
    public static String of(String text) {
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

    /** The text that octets stand for. */
    public static String text(String octets) {
        return decode(
                octets, (text, broken) -> broken.chars().forEach(octet -> text.append((char) (LONE_BYTE + octet))));
    }

    /**
     * The text with U+FFFD for what is not valid UTF-8: one for each octet that begins no character, and one for as many
     * octets as do begin one that is not completed (Unicode, chapter 3.9, substitution of maximal subparts).
     */
    static String repaired(String text) {
        return hasLoneByte(text) ? decode(of(text), (result, broken) -> result.append('\uFFFD')) : text;
    }

    private static boolean hasLoneByte(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLoneByte(text.charAt(i)) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static String decode(String octets, BiConsumer<StringBuilder, String> addBroken) {
        if (isAscii(octets)) {
            return octets;
        }
        StringBuilder text = new StringBuilder(octets.length());
        for (int at = 0; at < octets.length(); ) {
            int length = sequence(octets, at);
            String part = octets.substring(at, at + Math.abs(length));
            if (length > 0) {
                text.append(new String(part.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            } else {
                addBroken.accept(text, part);
            }
            at += part.length();
        }
        return text.toString();
    }

    /** The number of octets of the character at {@code at}; negative, the number of those that are no whole character. */
    private static int sequence(String octets, int at) {
        int lead = octets.charAt(at);
        int length = lead < 0x80 ? 1 : lead < 0xC2 ? -1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : -1;
        for (int i = 1; i < length; i++) {
            int low = i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            int high = i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            int octet = at + i < octets.length() ? octets.charAt(at + i) : 0;
            if (octet < low || octet > high) {
                return -i;
            }
        }
        return length;
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

    private static boolean isLoneByte(int c) {
        return c >= LONE_BYTE + 0x80 && c <= LONE_BYTE + 0xFF;
    }
}
