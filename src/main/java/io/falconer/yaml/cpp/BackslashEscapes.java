package io.falconer.yaml.cpp;

import io.falconer.text.ByteText;
import java.nio.charset.StandardCharsets;

/** The meaning of a backslash and the text after it in double quotes. */
final class BackslashEscapes {
    private static final int LAST = 0x10FFFF;

    private BackslashEscapes() {}

    /** Reads an escape, which starts with its backslash. */
    static String read(CharacterStream input) {
        input.next();
        String bytes = input.nextBytes(1);
        char c = bytes.isEmpty() ? CharacterStream.END : bytes.charAt(0);
        return switch (c) {
            case '0' -> "\0";
            case 'a' -> "\7";
            case 'b' -> "\b";
            case 't', '\t' -> "\t";
            case 'n' -> "\n";
            case 'v' -> "\13";
            case 'f' -> "\f";
            case 'r' -> "\r";
            case 'e' -> "\33";
            case ' ', '"', '\'', '\\', '/' -> bytes;
            case 'N' -> ByteText.decode(0x85); // the bare byte, which is not UTF-8
            case '_' -> ByteText.decode(0xA0);
            case 'L' -> "\u2028";
            case 'P' -> "\u2029";
            case 'x' -> hexadecimal(input, 2);
            case 'u' -> hexadecimal(input, 4);
            case 'U' -> hexadecimal(input, 8);
            default -> throw YamlError.ESCAPE.at(input.mark(), bytes.isEmpty() ? firstByte(input) : bytes);
        };
    }

    private static String firstByte(CharacterStream input) {
        if (input.isAtEnd()) {
            return String.valueOf(CharacterStream.END);
        }
        String character =
                input.text(input.offset(), input.offset() + (Character.isHighSurrogate(input.peek()) ? 2 : 1));
        return ByteText.decode(character.getBytes(StandardCharsets.UTF_8)[0] & 0xFF);
    }

    private static String hexadecimal(CharacterStream input, int digits) {
        String text = input.nextBytes(digits);
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = i < text.length() && text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw YamlError.ESCAPE_HEX.at(input.mark());
            }
            value = value << 4 | digit;
        }
        if (value > LAST || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
            throw YamlError.ESCAPE_UNICODE.at(input.mark(), Long.toString(value));
        }
        return Character.toString((int) value);
    }
}
