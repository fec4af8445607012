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

    private enum Expect {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END,
        NOTHING
    }

    private final int[] open = new int[MAX_DEPTH];
    private int depth;
    private Expect expect = Expect.VALUE;
    private int position;
    private final TapeBuilder tape = new TapeBuilder();

    /** Forgets everything, ready for another document. */
    public void reset() {
        depth = 0;
        position = 0;
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
            if (tape.isFull()) {
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

    /** Whether nothing but blanks was seen. */
    public boolean isEmpty() {
        return expect == Expect.VALUE && depth == 0;
    }

    /** The value found by a complete scan, with its own copy of the bytes. */
    public Json take(byte[] bytes, int base) {
        return new Json(tape.build(Arrays.copyOfRange(bytes, base, base + position)), 0);
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    /** Takes one token; gives where the next begins, or -1. */
    private int step(byte[] bytes, int base, int at, int limit) {
        byte b = bytes[at];
        return switch (expect) {
            case VALUE -> value(bytes, base, at, limit);
            case VALUE_OR_END -> b == ']' ? close(base, at) : value(bytes, base, at, limit);
            case KEY -> b == '"' ? key(bytes, base, at, limit) : -1;
            case KEY_OR_END -> b == '}' ? close(base, at) : b == '"' ? key(bytes, base, at, limit) : -1;
            case COLON -> {
                expect = Expect.VALUE;
                yield b == ':' ? at + 1 : -1;
            }
            case COMMA_OR_END -> commaOrEnd(bytes, base, at);
            case NOTHING -> throw new IllegalStateException();
        };
    }

    private int commaOrEnd(byte[] bytes, int base, int at) {
        boolean inObject = bytes[base + tape.start(open[depth - 1])] == '{';
        byte b = bytes[at];
        if (b == ',') {
            expect = inObject ? Expect.KEY : Expect.VALUE;
            return at + 1;
        }
        return b == (inObject ? '}' : ']') ? close(base, at) : -1;
    }

    private int close(int base, int at) {
        tape.close(open[--depth], at + 1 - base);
        expect = depth == 0 ? Expect.NOTHING : Expect.COMMA_OR_END;
        return at + 1;
    }

    private int key(byte[] bytes, int base, int at, int limit) {
        expect = Expect.COLON;
        return string(bytes, base, at, limit);
    }

    private int value(byte[] bytes, int base, int at, int limit) {
        if (depth >= MAX_DEPTH) {
            return -1;
        }
        byte b = bytes[at];
        if (b == '{' || b == '[') {
            open[depth++] = tape.open(at - base);
            expect = b == '{' ? Expect.KEY_OR_END : Expect.VALUE_OR_END;
            return at + 1;
        }
        expect = depth == 0 ? Expect.NOTHING : Expect.COMMA_OR_END;
        if (b == '"') {
            return string(bytes, base, at, limit);
        }
        int end = JsonScalars.end(bytes, at, limit);
        if (end >= 0) {
            tape.leaf(at - base, end - base, false);
        }
        return end;
    }

    private int string(byte[] bytes, int base, int at, int limit) {
        boolean escapes = false;
        int i = at + 1;
        while (i < limit && bytes[i] != '"') {
            if (bytes[i] == '\\') {
                escapes = true;
                i++;
            }
            i++;
        }
        if (i >= limit) {
            return -1;
        }
        tape.leaf(at - base, i + 1 - base, escapes);
        return i + 1;
    }
}
