package io.falconer.engine;

import java.util.Base64;
import java.util.Optional;

/** The transformer {@code b64}: padding may be left out, any other fault gives no value. */
final class Base64Text {
    private Base64Text() {}

    static Optional<String> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return trailingBitsAreZero(text) ? Optional.of(CText.cut(Utf8.decode(bytes))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean trailingBitsAreZero(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        int unused =
                switch (end % 4) {
                    case 2 -> 0xF;
                    case 3 -> 0x3;
                    default -> 0;
                };
        return unused == 0 || (digit(text.charAt(end - 1)) & unused) == 0;
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
