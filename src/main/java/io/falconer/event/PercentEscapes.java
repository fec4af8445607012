package io.falconer.event;

import io.falconer.text.ByteText;
import java.util.Arrays;
import java.util.Optional;

/** Percent escapes for the bytes of UTF-8. */
final class PercentEscapes {
    private PercentEscapes() {}

    static boolean areValid(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (i + 2 >= text.length() || digit(text.charAt(i + 1)) < 0 || digit(text.charAt(i + 2)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The text with escapes and plus signs decoded; empty if an escape is malformed. */
    static Optional<String> decodeForm(String text) {
        if (!areValid(text)) {
            return Optional.empty();
        }
        byte[] in = ByteText.encode(text);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                out[length++] = (byte) (16 * digit((char) in[i + 1]) + digit((char) in[i + 2]));
                i += 2;
            } else {
                out[length++] = in[i] == '+' ? (byte) ' ' : in[i];
            }
        }
        return Optional.of(ByteText.decode(Arrays.copyOf(out, length)));
    }

    static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
