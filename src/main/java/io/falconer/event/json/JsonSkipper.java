package io.falconer.event.json;

/**
 * Passes over values of which nothing is kept, in one tight loop: most of an audit event, so that this decides how fast logs
 * are read. What is not as usual is left to the {@link JsonScanner}, which says what is wrong with it.
 */
final class JsonSkipper {
    /** Where a value does not end in the same line, is not JSON, or is nested too deeply. */
    static final int LEFT = -1;

    private static final int MAX_DEPTH = Long.SIZE;

    private int nodes;

    /** How many keys and values the last value had, itself included. */
    int nodes() {
        return nodes;
    }

    /**
     * Where the value that begins at {@code start} ends, or {@link #LEFT}.
     *
     * @param limit where the line ends, exclusive
     * @param levels how many levels of nesting the value may have
     */
    int skip(byte[] bytes, int start, int limit, int levels) {
        int maxDepth = Math.min(levels, MAX_DEPTH);
        long objects = 0; // a bit for each open object or array, the innermost lowest
        int depth = 0;
        int count = 0;
        int at = start;
        while (true) {
            if (depth >= maxDepth) {
                return LEFT;
            }
            count++;
            at = nonBlank(bytes, at, limit);
            if (at >= limit) {
                return LEFT;
            }
            byte b = bytes[at];
            if (b == '{' || b == '[') {
                depth++;
                objects = objects << 1 | (b == '{' ? 1 : 0);
                at = nonBlank(bytes, at + 1, limit);
                if (at >= limit) {
                    return LEFT;
                }
                if (bytes[at] != b + 2) { // closing brackets are two behind opening ones
                    if (b == '{') {
                        count++;
                        at = key(bytes, at, limit);
                        if (at < 0) {
                            return LEFT;
                        }
                    }
                    continue;
                }
                depth--;
                objects >>>= 1;
                at++;
            } else {
                at = b == '"' ? string(bytes, at, limit) : JsonScalars.end(bytes, at, limit);
                if (at < 0) {
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
                    if (inObject) {
                        count++;
                        at = key(bytes, nonBlank(bytes, at, limit), limit);
                        if (at < 0) {
                            return LEFT;
                        }
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
                nodes = count;
                return at;
            }
        }
    }

    /** Where a key and its colon end. */
    private static int key(byte[] bytes, int at, int limit) {
        if (at >= limit || bytes[at] != '"') {
            return LEFT;
        }
        int end = string(bytes, at, limit);
        if (end < 0) {
            return LEFT;
        }
        end = nonBlank(bytes, end, limit);
        return end < limit && bytes[end] == ':' ? end + 1 : LEFT;
    }

    private static int string(byte[] bytes, int at, int limit) {
        int end = Bytes.closingQuote(bytes, at + 1, limit);
        return end < limit ? end + 1 : LEFT;
    }

    private static int nonBlank(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && bytes[at] <= ' ' && JsonScanner.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }
}
