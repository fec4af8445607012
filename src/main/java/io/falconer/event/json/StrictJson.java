package io.falconer.event.json;

/** Whether scanned text is also JSON by RFC 8259, as Go's own decoder requires. */
final class StrictJson {
    private StrictJson() {}

    /** Checks the value at {@code node} and everything in it. */
    static boolean holdsIn(Tape tape, int node) {
        int end = tape.next(node);
        for (int at = node; at < end; at += Tape.STRIDE) {
            if (!isStrict(tape.bytes(), tape.start(at), tape.end(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStrict(byte[] bytes, int start, int end) {
        return switch (bytes[start]) {
            case '{', '[', 't', 'f' -> true;
            case 'n' -> end - start == 4;
            case '"' -> isString(bytes, start + 1, end - 1);
            default -> isNumber(bytes, start, end);
        };
    }

    private static boolean isString(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] >= 0 && bytes[i] < 0x20) {
                return false;
            }
            if (bytes[i] == '\\') {
                i++;
                if ("\"\\/bfnrtu".indexOf(bytes[i]) < 0 || (bytes[i] == 'u' && !isHex(bytes, i + 1, end))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isHex(byte[] bytes, int start, int end) {
        if (start + 4 > end) {
            return false;
        }
        for (int i = start; i < start + 4; i++) {
            if (bytes[i] < 0 || Character.digit(bytes[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(byte[] bytes, int start, int end) {
        int at = bytes[start] == '-' ? start + 1 : start;
        int integer = digits(bytes, at, end);
        if (integer == at || (bytes[at] == '0' && integer > at + 1)) {
            return false;
        }
        at = integer;
        if (at < end && bytes[at] == '.') {
            int fraction = digits(bytes, at + 1, end);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            int sign = at + 1 < end && (bytes[at + 1] == '+' || bytes[at + 1] == '-') ? at + 2 : at + 1;
            int exponent = digits(bytes, sign, end);
            if (exponent == sign) {
                return false;
            }
            at = exponent;
        }
        return at == end;
    }

    private static int digits(byte[] bytes, int start, int end) {
        int i = start;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }
}
