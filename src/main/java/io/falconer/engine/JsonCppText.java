package io.falconer.engine;

import io.falconer.text.ByteText;

/**
 * Texts as jsoncpp writes them, which Falco uses for {@code output_fields}. It decodes a character from its first byte without
 * checking the others ({@code json_writer.cpp}, {@code utf8ToCodepoint}).
 */
final class JsonCppText {
    private static final int REPLACEMENT = 0xFFFD;

    private JsonCppText() {}

    static String of(String text) {
        return Utf8.isWellFormed(text) ? text : decoded(ByteText.encode(text));
    }

    private static String decoded(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            int first = bytes[i] & 0xFF;
            int width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 0;
            boolean whole = width > 0 && i + width <= bytes.length;
            text.appendCodePoint(whole ? point(bytes, i, width) : REPLACEMENT);
            i += whole ? width : 1;
        }
        return text.toString();
    }

    private static int point(byte[] bytes, int at, int width) {
        if (width == 1) {
            return bytes[at];
        }
        int point = bytes[at] & (0xFF >> (width + 1));
        for (int i = 1; i < width; i++) {
            point = (point << 6) | (bytes[at + i] & 0x3F);
        }
        int least = width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000;
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return point < least || surrogate || point > Character.MAX_CODE_POINT ? REPLACEMENT : point;
    }
}
