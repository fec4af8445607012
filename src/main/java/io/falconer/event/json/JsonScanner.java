package io.falconer.event.json;

import java.util.Arrays;

/**
 * Finds the structure of a JSON text line by line, in one pass and without recursion. It accepts what fastjson accepts
 * (section 12) and nothing else: leading zeros, {@code 1.}, {@code +1}, {@code NaN}, raw control characters, unknown
 * escapes and duplicate keys are accepted; trailing commas, comments, {@code -Infinity} and more than 300 levels are not.
 * Strings do not go over line ends. A scanner is reused for one document after the other.
 */
public final class JsonScanner {
    /** How far a scan came. */
    public enum Progress {
        /** A whole value was found; {@link JsonScanner#end()} is where it ends. */
        COMPLETE,
        /** All is well so far, but the value goes on in the next line. */
        INCOMPLETE,
        /** This can not become JSON, whatever follows. */
        INVALID,
        /** There are more keys and values than memory is given for. */
        TOO_LARGE
    }

    /** fastjson's bound on nesting; a scalar counts as a level. */
    private static final int MAX_DEPTH = 300;

    /** Twice as many keys and values as the largest batch of audit events has; 36 MB of cells where all are kept. */
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

    // The objects and arrays around the place that was reached: whether each is an object, and its node.
    private final boolean[] objects = new boolean[MAX_DEPTH];
    private final int[] open = new int[MAX_DEPTH];
    private int depth;

    private Expect expect = Expect.VALUE;
    private boolean escapes;
    private int position;
    private int nodes;

    /** Forgets everything, ready for another document. */
    public void reset() {
        reset(0);
    }

    /** Forgets everything, ready for a document that begins {@code start} bytes behind the base. */
    public void reset(int start) {
        depth = 0;
        position = start;
        nodes = 0;
        expect = Expect.VALUE;
        tape.clear();
    }

    /**
     * Goes on with the document that begins at {@code base}.
     *
     * @param bytes what was read; the bytes seen by earlier calls are the same, though they may have moved with base
     * @param limit where the last whole line ends, exclusive
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

    /** Where the scan stands, counted from the beginning of the document. */
    public int end() {
        return position;
    }

    /** The value found by a complete scan, with its own copy of the bytes. */
    public Json take(byte[] bytes, int base) {
        return new Json(tape.build(Arrays.copyOfRange(bytes, base, base + position)), 0);
    }

    /** The value found by a complete scan of {@code bytes} with base 0, which nobody may change any more. */
    public Json view(byte[] bytes) {
        return new Json(tape.build(bytes), 0);
    }

    static boolean isBlank(byte b) {
        return b <= ' ' && (b == ' ' || b == '\n' || b == '\t' || b == '\r');
    }

    /** Takes one token; gives where the next begins, or -1. The most frequent come first. */
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

    /** A comma most often follows at once, and then is no step of its own. */
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
        boolean colon = end + 1 < limit && bytes[end + 1] == ':'; // as most often, no step of its own
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

    /** Where the quote is that closes a string; {@code limit} or more where there is none. Notes whether it has escapes. */
    private int quote(byte[] bytes, int from, int limit) {
        int end = Bytes.quoteOrBackslash(bytes, from, limit);
        escapes = end < limit && bytes[end] == '\\';
        return escapes ? Bytes.closingQuote(bytes, end, limit) : end;
    }
}
