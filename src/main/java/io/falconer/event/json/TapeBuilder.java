package io.falconer.event.json;

import java.util.Arrays;

/** Collects the nodes of a {@link Tape} while a document is scanned. */
final class TapeBuilder {
    private int[] cells = new int[3 * 64];
    private int size;

    void clear() {
        size = 0;
    }

    int open(int start) {
        return add(start, 0, 0);
    }

    void close(int node, int end) {
        cells[node + Tape.END] = end;
        cells[node + Tape.NEXT] = size;
    }

    void leaf(int start, int end, boolean escapes) {
        add(start, escapes ? ~end : end, size + Tape.STRIDE);
    }

    /** Adds a key. The node that follows a key is never used, so a hash takes its place. */
    void key(int start, int end, boolean escapes, int hash) {
        add(start, escapes ? ~end : end, hash);
    }

    Tape build(byte[] bytes) {
        return new Tape(bytes, Arrays.copyOf(cells, size));
    }

    private int add(int start, int end, int next) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
        }
        int node = size;
        cells[node] = start;
        cells[node + Tape.END] = end;
        cells[node + Tape.NEXT] = next;
        size += Tape.STRIDE;
        return node;
    }
}
