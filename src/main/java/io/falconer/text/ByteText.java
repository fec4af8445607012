package io.falconer.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes as text and back, nothing lost: where bytes are not UTF-8, each becomes a lone low surrogate, U+DC80 to U+DCFF for
 * the bytes 0x80 to 0xFF.
 */
public final class ByteText {
    private static final int ESCAPE = 0xDC00;

    private ByteText() {}

    /** The text that {@code bytes} stand for. */
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

    /** The text that stands for one byte which is not UTF-8 by itself, 0x80 to 0xFF. */
    public static String decode(int octet) {
        return String.valueOf((char) (ESCAPE + octet));
    }

    private static String decodeByteByByte(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int plain = 0;
        for (int i = 0; i < bytes.length; ) {
            int width = wellFormed(bytes, i);
            if (width == 0) {
                text.append(new String(bytes, plain, i - plain, StandardCharsets.UTF_8))
                        .append(decode(bytes[i] & 0xFF));
                plain = i + 1;
            }
            i += Math.max(1, width);
        }
        return text.append(new String(bytes, plain, bytes.length - plain, StandardCharsets.UTF_8))
                .toString();
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

    /** The bytes of a text; of a surrogate that stands for none, those of U+FFFD. */
    public static byte[] encode(String text) {
        return text.chars().anyMatch(ByteText::isSurrogate)
                ? encodeCharacterByCharacter(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isSurrogate(int unit) {
        return Character.isSurrogate((char) unit);
    }

    private static byte[] encodeCharacterByCharacter(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point >= ESCAPE + 0x80 && point <= ESCAPE + 0xFF) {
                bytes[length++] = (byte) point;
            } else if (point < 0x80) {
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
