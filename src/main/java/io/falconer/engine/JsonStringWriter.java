package io.falconer.engine;

import io.falconer.text.ByteText;

/** Writes JSON strings byte for byte as Falco's encoder does: UTF-8 unchanged, control characters in lower-case hex. */
final class JsonStringWriter {
    private JsonStringWriter() {}

    static void quoted(String text, StringBuilder out) {
        out.append('"');
        escaped(text, out);
        out.append('"');
    }

    /** The content of a JSON string. Bytes that are not UTF-8 become U+FFFD. */
    static void escaped(String written, StringBuilder out) {
        String text = ByteText.repaired(written);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(hex(c >> 4)).append(hex(c & 0xF));
                    } else if (Character.isHighSurrogate(c) && isPair(text, i)) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(Character.isSurrogate(c) ? '\uFFFD' : c);
                    }
                }
            }
        }
    }

    private static boolean isPair(String text, int high) {
        return high + 1 < text.length() && Character.isLowSurrogate(text.charAt(high + 1));
    }

    private static char hex(int digit) {
        return Character.forDigit(digit, 16);
    }
}
