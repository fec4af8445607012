package io.falconer.event.json;

/** Skips values in one line of which nothing is kept, which is most of an audit event. */
final class JsonSkipper {
    /** Returned if a value does not end on the same line, is not JSON, or is nested too deeply. */
    static final int LEFT = LineScanner.LEFT;

    /** A bit for each level. */
    static final int MAX_DEPTH = Long.SIZE;

    private JsonSkipper() {}

    /**
     * The end of the value that starts at {@code start}, or {@link #LEFT}.
     *
     * @param limit the end of the line, exclusive
     */
    static int skip(byte[] bytes, int start, int limit) {
        long objects = 0; // a bit for each open object or array, the innermost lowest
        int depth = 0;
        int at = start;
        while (true) {
            at = nonBlank(bytes, at, limit);
            if (at >= limit) {
                return LEFT;
            }
            byte b = bytes[at];
            if (b == '{' || b == '[') {
                if (depth == MAX_DEPTH) {
                    return LEFT;
                }
                depth++;
                objects = objects << 1 | (b == '{' ? 1 : 0);
                at = nonBlank(bytes, at + 1, limit);
                if (at >= limit) {
                    return LEFT;
                }
                if (bytes[at] != b + 2) { // a closing bracket is two after its opening bracket
                    at = b == '{' ? key(bytes, at, limit) : at;
                    if (at < 0) {
                        return LEFT;
                    }
                    continue;
                }
                depth--;
                objects >>>= 1;
                at++;
            } else {
                at = b == '"' ? Bytes.closingQuote(bytes, at + 1, limit) + 1 : JsonScalars.end(bytes, at, limit);
                if (at < 0 || at > limit) {
                    return LEFT;
                }
            }
            while (depth > 0) {
                at = nonBlank(bytes, at, limit);
                if (at >= limit) {
                    return LEFT;
                }
                boolean inObject = (objects & 1) != 0;
                b = bytes[at++];
                if (b == ',') {
                    at = inObject ? key(bytes, nonBlank(bytes, at, limit), limit) : at;
                    if (at < 0) {
                        return LEFT;
                    }
                    break;
                }
                if (b != (inObject ? '}' : ']')) {
                    return LEFT;
                }
                depth--;
                objects >>>= 1;
            }
            if (depth == 0) {
                return at;
            }
        }
    }

    /** The start of the value after the key that may start at {@code at}, or {@link #LEFT}. */
    private static int key(byte[] bytes, int at, int limit) {
        return at < limit && bytes[at] == '"'
                ? valueBehind(bytes, Bytes.closingQuote(bytes, at + 1, limit), limit)
                : LEFT;
    }

    /** The start of the value after a key whose closing quote is at {@code quote}, or {@link #LEFT}. */
    static int valueBehind(byte[] bytes, int quote, int limit) {
        int colon = nonBlank(bytes, quote + 1, limit);
        int value = colon < limit && bytes[colon] == ':' ? nonBlank(bytes, colon + 1, limit) : limit;
        return value < limit ? value : LEFT;
    }

    static int nonBlank(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && bytes[at] <= ' ' && JsonScanner.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }
}
