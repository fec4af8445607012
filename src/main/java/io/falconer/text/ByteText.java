package io.falconer.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Converts bytes to text and back without loss. Each byte that is not part of valid UTF-8 becomes a lone low surrogate, U+DC80
 * to U+DCFF for the bytes 0x80 to 0xFF. No other class defines how such a byte is represented.
 */
public final class ByteText {
    private static final int ESCAPE = 0xDC00;

    private ByteText() {}

    /** The text of {@code bytes}. */
    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return decodeByteByByte(bytes);
        }
    }

    /** The text of one byte, 0x80 to 0xFF, that is not UTF-8 by itself. */
    public static String decode(int octet) {
        return String.valueOf((char) (ESCAPE + octet));
    }

    /** Whether a code point represents one byte that is not UTF-8 by itself. */
    public static boolean isByte(int point) {
        return point >= ESCAPE + 0x80 && point <= ESCAPE + 0xFF;
    }

    private static String decodeByteByByte(byte[] bytes) {
        return decode(bytes, (text, broken) -> {
            for (byte octet : broken) {
                text.append(decode(octet & 0xFF));
            }
        });
    }

    /**
     * The text with U+FFFD for what is not valid UTF-8: one for each byte that cannot start a character, and one for each
     * incomplete start of a character (Unicode, chapter 3.9, substitution of maximal subparts).
     */
    public static String repaired(String text) {
        return hasByte(text) ? decode(encode(text), (result, broken) -> result.append('\uFFFD')) : text;
    }

    /** The text in which bytes next to each other that are a character together are this character. */
    public static String joined(String text) {
        return hasByte(text) ? decode(encode(text)) : text;
    }

    private static boolean hasByte(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isByte(text.charAt(i)) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static String decode(byte[] bytes, BiConsumer<StringBuilder, byte[]> addBroken) {
        StringBuilder text = new StringBuilder(bytes.length);
        int plain = 0;
        for (int at = 0; at < bytes.length; ) {
            int length = sequence(bytes, at);
            if (length < 0) {
                text.append(new String(bytes, plain, at - plain, StandardCharsets.UTF_8));
                addBroken.accept(text, Arrays.copyOfRange(bytes, at, at - length));
                plain = at - length;
            }
            at += Math.abs(length);
        }
        return text.append(new String(bytes, plain, bytes.length - plain, StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * The number of bytes of the character at {@code at}; if they are not a complete character, the negative of their number.
     */
    private static int sequence(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0x80 ? 1 : lead < 0xC2 ? -1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : -1;
        for (int i = 1; i < length; i++) {
            int low = i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            int high = i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            int octet = at + i < bytes.length ? bytes[at + i] & 0xFF : 0;
            if (octet < low || octet > high) {
                return -i;
            }
        }
        return length;
    }

    /** The bytes of a text. A surrogate that does not represent a byte becomes U+FFFD. */
    public static byte[] encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return encodeCharacterByCharacter(text);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] encodeCharacterByCharacter(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point < 0x80 || isByte(point)) {
                bytes[length++] = (byte) point;
            } else {
                boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
                byte[] character = Character.toString(lone ? 0xFFFD : point).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(character, 0, bytes, length, character.length);
                length += character.length;
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
