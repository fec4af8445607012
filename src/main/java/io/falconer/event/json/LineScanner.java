package io.falconer.event.json;

/**
 * Finds the structure of a JSON text on one line in one tight loop. Most texts are on one line, so its speed decides how fast
 * logs are read. It checks the whole text, and keeps what the {@link Projection} requests and what is under keys with escapes.
 * A scanner is reused for one document after the other.
 *
 * <p>It leaves unusual texts to the {@link JsonScanner}, which reports the error in them or that there is none.
 */
public final class LineScanner {
    /** The text is not JSON, continues on the next line, or is nested more deeply than usual. */
    public static final int LEFT = -1;

    /** More levels than this are unusual; fastjson accepts 300. */
    private static final int MAX_DEPTH = JsonSkipper.MAX_DEPTH;

    private final Projection projection;
    private final TapeBuilder tape = new TapeBuilder();

    // The objects and arrays around the current place: whether each is an object, its node, and what is kept.
    private final boolean[] objects = new boolean[MAX_DEPTH];
    private final int[] open = new int[MAX_DEPTH];
    private final Projection[] wanted = new Projection[MAX_DEPTH];
    private int depth;

    /** Whether the innermost of them is still empty. */
    private boolean fresh;

    /** A scanner that keeps what {@code projection} requests. */
    public LineScanner(Projection projection) {
        this.projection = projection;
    }

    /**
     * The end of the text that starts at {@code start}, or {@link #LEFT}.
     *
     * @param limit the end of the line, exclusive; after {@code start}
     */
    public int scan(byte[] bytes, int start, int limit) {
        tape.clear();
        depth = 0;
        int at = value(bytes, start, limit, projection);
        while (depth > 0 && at >= 0) {
            at = next(bytes, at, limit);
        }
        return at;
    }

    /** The value found by the last scan, in bytes that must not change any more. */
    public Json view(byte[] bytes) {
        return new Json(tape.build(bytes), 0);
    }

    /** Reads the next member or element of the innermost object or array, or its end. */
    private int next(byte[] bytes, int from, int limit) {
        int at = JsonSkipper.nonBlank(bytes, from, limit);
        if (at >= limit) {
            return LEFT;
        }
        boolean object = objects[depth - 1];
        byte b = bytes[at];
        if (b == (object ? '}' : ']')) {
            tape.close(open[--depth], at + 1);
            fresh = false;
            return at + 1;
        }
        if (!fresh) {
            at = b == ',' ? JsonSkipper.nonBlank(bytes, at + 1, limit) : limit;
            if (at >= limit) {
                return LEFT;
            }
        }
        fresh = false;
        return object ? member(bytes, at, limit) : value(bytes, at, limit, wanted[depth - 1]);
    }

    private int member(byte[] bytes, int at, int limit) {
        int end = bytes[at] == '"' ? Bytes.quoteOrBackslash(bytes, at + 1, limit) : limit;
        if (end >= limit) {
            return LEFT;
        }
        Projection of = Projection.ALL;
        long head = 0;
        boolean escapes = bytes[end] == '\\';
        if (escapes) {
            end = Bytes.closingQuote(bytes, end, limit);
        } else {
            head = Bytes.head(bytes, at + 1, end - at - 1);
            of = wanted[depth - 1].member(bytes, at + 1, end - at - 1, head);
        }
        int value = JsonSkipper.valueBehind(bytes, end, limit);
        if (value < 0) {
            return LEFT;
        }
        if (of == Projection.NOTHING) {
            return JsonSkipper.skip(bytes, value, limit);
        }
        tape.key(at, end + 1, escapes, Key.hash(head, end - at - 1));
        return value(bytes, value, limit, of);
    }

    /** Reads a scalar, or the start of an object or array. */
    private int value(byte[] bytes, int at, int limit, Projection of) {
        byte b = bytes[at];
        if (b == '{' || b == '[') {
            if (depth == MAX_DEPTH) {
                return LEFT;
            }
            objects[depth] = b == '{';
            wanted[depth] = of;
            open[depth++] = tape.open(at);
            fresh = true;
            return at + 1;
        }
        boolean escapes = false;
        int end;
        if (b == '"') {
            end = Bytes.quoteOrBackslash(bytes, at + 1, limit);
            escapes = end < limit && bytes[end] == '\\';
            end = (escapes ? Bytes.closingQuote(bytes, end, limit) : end) + 1;
        } else {
            end = JsonScalars.end(bytes, at, limit);
        }
        if (end < 0 || end > limit) {
            return LEFT;
        }
        tape.leaf(at, end, escapes);
        return end;
    }
}
