package io.falconer.event.json;

import java.util.Arrays;

/**
 * Finds the structure of a JSON text line by line, in one pass and without recursion. It accepts exactly what fastjson accepts
 * (section 12): it accepts leading zeros, {@code 1.}, {@code +1}, {@code NaN}, raw control characters, unknown escapes and
 * duplicate keys; it refuses trailing commas, comments, {@code -Infinity} and more than 300 levels. Strings do not continue
 * over line ends. A scanner is reused for one document after the other.
 */
public final class JsonScanner {
    /** The result of a scan. */
    public enum Progress {
        /** The scanner found a whole value, which ends at {@link JsonScanner#end()}. */
        COMPLETE,
        /** No error so far, but the value continues on the next line. */
        INCOMPLETE,
        /** This cannot become JSON, whatever follows. */
        INVALID,
        /** It has more keys and values than memory is provided for. */
        TOO_LARGE
    }

    /** fastjson's limit for nesting. A scalar counts as a level. */
    private static final int MAX_DEPTH = 300;

    /** Twice as many keys and values as the largest batch of audit events has; 36 MB of cells if all are kept. */
    private static final int MAX_NODES = 3_000_000;

    private enum Expect {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END,
        NOTHING
    }

    private final TapeBuilder tape = new TapeBuilder();

    // The objects and arrays around the current place: whether each is an object, and its node.
    private final boolean[] objects = new boolean[MAX_DEPTH];
    private final int[] open = new int[MAX_DEPTH];
    private int depth;

    private Expect expect = Expect.VALUE;
    private boolean escapes;
    private int position;
    private int nodes;

    /** Resets everything for another document. */
    public void reset() {
        reset(0);
    }

    /** Resets everything for a document that starts {@code start} bytes after the base. */
    public void reset(int start) {
        depth = 0;
        position = start;
        nodes = 0;
        expect = Expect.VALUE;
        tape.clear();
    }

    /**
     * Continues with the document that starts at {@code base}.
     *
     * @param bytes what was read; the bytes seen by earlier calls are the same, though they may have moved with base
     * @param limit the end of the last whole line, exclusive
     */
    public Progress scan(byte[] bytes, int base, int limit) {
        int at = base + position;
        while (expect != Expect.NOTHING) {
            while (at < limit && isBlank(bytes[at])) {
                at++;
            }
            if (at == limit) {
                position = at - base;
                return Progress.INCOMPLETE;
            }
            at = step(bytes, base, at, limit);
            if (at < 0) {
                return Progress.INVALID;
            }
            if (nodes > MAX_NODES) {
                return Progress.TOO_LARGE;
            }
        }
        position = at - base;
        return Progress.COMPLETE;
    }

    /** The current place of the scan, counted from the start of the document. */
    public int end() {
        return position;
    }

    /** The value found by a complete scan, with its own copy of the bytes. */
    public Json take(byte[] bytes, int base) {
        return new Json(tape.build(Arrays.copyOfRange(bytes, base, base + position)), 0);
    }

    /** The value found by a complete scan of {@code bytes} with base 0. The bytes must not change any more. */
    public Json view(byte[] bytes) {
        return new Json(tape.build(bytes), 0);
    }

    static boolean isBlank(byte b) {
        return b <= ' ' && (b == ' ' || b == '\n' || b == '\t' || b == '\r');
    }

    /** Reads one token and returns the start of the next, or -1. The most frequent tokens come first. */
    private int step(byte[] bytes, int base, int at, int limit) {
        if (expect == Expect.VALUE) {
            return value(bytes, base, at, limit);
        }
        byte b = bytes[at];
        if (expect == Expect.KEY) {
            return b == '"' ? key(bytes, base, at, limit) : -1;
        }
        return switch (expect) {
            case VALUE_OR_END -> b == ']' ? close(bytes, base, at, limit) : value(bytes, base, at, limit);
            case KEY_OR_END -> b == '}' ? close(bytes, base, at, limit) : b == '"' ? key(bytes, base, at, limit) : -1;
            case COLON -> {
                expect = Expect.VALUE;
                yield b == ':' ? at + 1 : -1;
            }
            case COMMA_OR_END -> commaOrEnd(bytes, base, at, limit);
            case VALUE, KEY, NOTHING -> throw new IllegalStateException();
        };
    }

    private int commaOrEnd(byte[] bytes, int base, int at, int limit) {
        if (bytes[at] == ',') {
            return afterComma(at + 1);
        }
        return bytes[at] == (objects[depth - 1] ? '}' : ']') ? close(bytes, base, at, limit) : -1;
    }

    private int close(byte[] bytes, int base, int at, int limit) {
        tape.close(open[--depth], at + 1 - base);
        return afterValue(bytes, at + 1, limit);
    }

    /** A comma usually follows at once, and then it is not a separate step. */
    private int afterValue(byte[] bytes, int at, int limit) {
        if (depth > 0 && at < limit && bytes[at] == ',') {
            return afterComma(at + 1);
        }
        expect = depth == 0 ? Expect.NOTHING : Expect.COMMA_OR_END;
        return at;
    }

    private int afterComma(int at) {
        expect = objects[depth - 1] ? Expect.KEY : Expect.VALUE;
        return at;
    }

    private int key(byte[] bytes, int base, int at, int limit) {
        nodes++;
        int end = quote(bytes, at + 1, limit);
        if (end >= limit) {
            return -1;
        }
        int length = end - at - 1;
        tape.key(at - base, end + 1 - base, escapes, Key.hash(Bytes.head(bytes, at + 1, length), length));
        boolean colon = end + 1 < limit && bytes[end + 1] == ':'; // usually not a separate step
        expect = colon ? Expect.VALUE : Expect.COLON;
        return colon ? end + 2 : end + 1;
    }

    private int value(byte[] bytes, int base, int at, int limit) {
        if (depth >= MAX_DEPTH) {
            return -1;
        }
        nodes++;
        byte b = bytes[at];
        if (b == '{' || b == '[') {
            objects[depth] = b == '{';
            open[depth++] = tape.open(at - base);
            expect = b == '{' ? Expect.KEY_OR_END : Expect.VALUE_OR_END;
            return at + 1;
        }
        if (b == '"') {
            return string(bytes, base, at, limit);
        }
        int end = JsonScalars.end(bytes, at, limit);
        if (end < 0) {
            return -1;
        }
        tape.leaf(at - base, end - base, false);
        return afterValue(bytes, end, limit);
    }

    private int string(byte[] bytes, int base, int at, int limit) {
        int end = quote(bytes, at + 1, limit);
        if (end >= limit) {
            return -1;
        }
        tape.leaf(at - base, end + 1 - base, escapes);
        return afterValue(bytes, end + 1, limit);
    }

    /**
     * The offset of the quote that closes a string; {@code limit} or more if there is none. Records whether the string has
     * escapes.
     */
    private int quote(byte[] bytes, int from, int limit) {
        int end = Bytes.quoteOrBackslash(bytes, from, limit);
        escapes = end < limit && bytes[end] == '\\';
        return escapes ? Bytes.closingQuote(bytes, end, limit) : end;
    }
}
