package io.falconer.engine;

import io.falconer.text.ByteText;
import java.util.Base64;
import java.util.Optional;

/**
 * The transformer {@code b64}. Up to two equals signs may end the text, whether they complete a unit of four or not. Any error
 * before them gives no value.
 */
final class Base64Text {
    private static final int MOST_PADDING = 2;

    private Base64Text() {}

    static Optional<String> decode(String text) {
        int end = text.length();
        while (end > 0 && text.length() - end < MOST_PADDING && text.charAt(end - 1) == '=') {
            end--;
        }
        String data = text.substring(0, end);
        boolean onlyPadding = data.isEmpty() && !text.isEmpty();
        if (onlyPadding || !trailingBitsAreZero(data)) {
            return Optional.empty();
        }
        try {
            return Optional.of(CText.cut(ByteText.decode(Base64.getDecoder().decode(data))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean trailingBitsAreZero(String data) {
        int end = data.length();
        int unused =
                switch (end % 4) {
                    case 2 -> 0xF;
                    case 3 -> 0x3;
                    default -> 0;
                };
        return unused == 0 || (digit(data.charAt(end - 1)) & unused) == 0;
    }

    private static int digit(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        return c >= '0' && c <= '9' ? c - '0' + 52 : c == '+' ? 62 : 63;
    }
}
