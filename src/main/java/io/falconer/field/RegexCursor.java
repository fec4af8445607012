package io.falconer.field;

/** A place in a regular expression, and the parts that RE2 reads there. It works on code points. */
final class RegexCursor {
    private static final int REPEAT_LIMIT = 1000;
    private static final int NONE = -2;

    private final String text;
    private int at;

    RegexCursor(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    int offset() {
        return at;
    }

    boolean atEnd() {
        return at == text.length();
    }

    String from(int start) {
        return text.substring(start, at);
    }

    String rest(int start) {
        return text.substring(start);
    }

    int remaining() {
        return text.length() - at;
    }

    /** The code point here; -1 at the end. */
    int peek() {
        return atEnd() ? -1 : text.codePointAt(at);
    }

    boolean at(String part) {
        return text.startsWith(part, at);
    }

    int next() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    void moveTo(int offset) {
        at = offset;
    }

    void refuseBrokenEncoding() throws RegexError {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw new RegexError("invalid UTF-8", "");
            }
            i += Character.charCount(c);
        }
    }

    /** Reads {@code {n}}, {@code {n,}} or {@code {n,m}}. For any other brace, returns an empty repetition and reads nothing. */
    Repetition repetition() {
        int start = at;
        at++;
        int low = count();
        int high = low;
        if (low >= 0 && at(",")) {
            at++;
            high = at("}") ? RegexTree.UNBOUNDED : count();
        }
        if (low < 0 || high == NONE || !at("}")) {
            at = start;
            return new Repetition("", 0, 0);
        }
        at++;
        return new Repetition(from(start), low, high);
    }

    /** A number without leading zeros, limited. */
    private int count() {
        int start = at;
        int value = 0;
        while (!atEnd() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            value = Math.min(value * 10 + text.charAt(at) - '0', 100_000);
            at++;
        }
        boolean leadingZero = at > start + 1 && text.charAt(start) == '0';
        return at == start || leadingZero ? NONE : value;
    }

    /** The meaning of an escape, including its backslash. */
    int escape() throws RegexError {
        int start = at;
        at++;
        if (atEnd()) {
            throw new RegexError("trailing \\", "");
        }
        int c = next();
        return switch (c) {
            case '1', '2', '3', '4', '5', '6', '7' -> {
                if (!isOctal(peek())) {
                    throw badEscape(start);
                }
                yield octal(c);
            }
            case '0' -> octal(c);
            case 'x' -> hex(start);
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'a' -> 0x07;
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            default -> {
                if (c >= 0x80 || Character.isLetterOrDigit(c) || c == '_') {
                    throw badEscape(start);
                }
                yield c;
            }
        };
    }

    private int octal(int first) {
        int value = first - '0';
        for (int i = 0; i < 2 && isOctal(peek()); i++) {
            value = value * 8 + next() - '0';
        }
        return value;
    }

    private static boolean isOctal(int c) {
        return c >= '0' && c <= '7';
    }

    private int hex(int start) throws RegexError {
        if (at("{")) {
            at++;
            return bracedHex(start);
        }
        // Both digits count as read before either is checked, which the message shows.
        if (atEnd()) {
            throw badEscape(start);
        }
        int first = hexDigit(next());
        if (atEnd()) {
            throw badEscape(start);
        }
        int second = hexDigit(next());
        if (first < 0 || second < 0) {
            throw badEscape(start);
        }
        return first * 16 + second;
    }

    private int bracedHex(int start) throws RegexError {
        int value = 0;
        int digits = 0;
        while (!atEnd() && hexDigit(peek()) >= 0) {
            value = value * 16 + hexDigit(next());
            digits++;
            if (value > Character.MAX_CODE_POINT) {
                throw badEscape(start);
            }
        }
        if (atEnd()) {
            throw badEscape(start);
        }
        if (next() != '}' || digits == 0) {
            throw badEscape(start);
        }
        return value;
    }

    private static int hexDigit(int c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private RegexError badEscape(int start) {
        return new RegexError("invalid escape sequence", from(start));
    }

    /** A repetition in braces; {@code high} is {@link RegexTree#UNBOUNDED} if nothing follows the comma. */
    record Repetition(String text, int low, int high) {
        boolean isBounded() {
            return low <= REPEAT_LIMIT && high <= REPEAT_LIMIT && (high == RegexTree.UNBOUNDED || high >= low);
        }

        int count() {
            return high == RegexTree.UNBOUNDED ? low : high;
        }
    }
}
