package io.falconer.condition;

import io.falconer.text.ByteText;
import java.util.Arrays;

/** The escapes of quoted strings (section 2.2). Values are bytes to Falco, represented as {@link ByteText} describes. */
final class Escapes {
    private Escapes() {}

    /**
     * The meaning of a quoted string.
     *
     * @param raw the string with its quotes
     * @param offset the offset to report for a failure
     * @param hex whether {@code \xHH} is an escape
     */
    static String resolve(String raw, int offset, boolean hex) throws ConditionSyntaxError {
        int end = raw.length() - 1;
        if (raw.indexOf('\\') < 0) {
            return raw.substring(1, end);
        }
        StringBuilder value = new StringBuilder(end);
        for (int i = 1; i < end; i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                value.append(c);
            } else if (hex && i + 1 < end && raw.charAt(i + 1) == 'x') {
                i = bytes(raw, i, end, value, offset) - 1;
            } else if (i + 1 < end) {
                i++;
                value.append(escaped(raw.charAt(i), raw.charAt(0), offset));
            }
        }
        return ByteText.joined(value.toString()); // an escaped byte may be part of a character with the bytes around it
    }

    private static char escaped(char c, char quote, int offset) throws ConditionSyntaxError {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            // Falco drops the blank, because old rules relied on it.
            case ' ', '\\' -> '\\';
            case '/' -> '/';
            case '"', '\'' -> {
                if (c != quote) {
                    throw new ConditionSyntaxError("invalid \\" + c + " escape in " + quote + "-quoted string", offset);
                }
                yield c;
            }
            default -> throw new ConditionSyntaxError("unsupported string escape sequence: \\" + c, offset);
        };
    }

    /** Appends the run of {@code \xHH} that starts at {@code start}; returns its end. */
    private static int bytes(String raw, int start, int end, StringBuilder value, int offset)
            throws ConditionSyntaxError {
        byte[] run = new byte[(end - start) / 4 + 1];
        int length = 0;
        int i = start;
        while (i + 1 < end && raw.charAt(i) == '\\' && raw.charAt(i + 1) == 'x') {
            if (i + 4 > end) {
                throw new ConditionSyntaxError("truncated hex char escape sequence", offset);
            }
            String digits = raw.substring(i + 2, i + 4);
            if (!Characters.isHexDigit(digits.charAt(0)) || !Characters.isHexDigit(digits.charAt(1))) {
                throw new ConditionSyntaxError("invalid hex char escape sequence: " + digits, offset);
            }
            run[length++] = (byte) Integer.parseInt(digits, 16);
            i += 4;
        }
        value.append(ByteText.decode(Arrays.copyOf(run, length)));
        return i;
    }
}
