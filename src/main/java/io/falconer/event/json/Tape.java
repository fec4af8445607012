package io.falconer.event.json;

/**
 * A JSON text and its structure: for each value and key, in the order of the text, its start, its end (complemented if a string
 * has escapes) and the node that follows it on the same level, or for keys a hash. Values are read from the bytes only when
 * they are requested.
 */
final class Tape {
    static final int END = 1;
    static final int NEXT = 2;
    static final int HASH = 2;
    static final int STRIDE = 3;

    private final byte[] bytes;
    private final int[] cells;

    /** Takes both arrays over. They must not change any more. */
    Tape(byte[] bytes, int[] cells) {
        this.bytes = bytes;
        this.cells = cells;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int node) {
        return cells[node];
    }

    int end(int node) {
        int end = cells[node + END];
        return end < 0 ? ~end : end;
    }

    boolean hasEscapes(int node) {
        return cells[node + END] < 0;
    }

    int next(int node) {
        return cells[node + NEXT];
    }

    /** Whether the key at {@code node}, as it is written, is {@code key}. */
    boolean isKey(int node, Key key) {
        return cells[node + HASH] == key.hash() && isWritten(node, key);
    }

    /** Whether the string at {@code node}, as it is written, is {@code key}. */
    boolean isWritten(int node, Key key) {
        int start = start(node) + 1;
        return key.isWritten(bytes, start, end(node) - 1 - start);
    }

    /** The bytes of the string at {@code node}, unescaped. */
    byte[] unescaped(int node) {
        return JsonEscapes.unescape(bytes, start(node) + 1, end(node) - 1);
    }
}
