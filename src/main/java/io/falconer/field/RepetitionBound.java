package io.falconer.field;

import java.util.ArrayDeque;
import java.util.Deque;

/** Nested repetitions may give 1,000 copies at most, as in RE2. */
final class RepetitionBound {
    private static final int LIMIT = 1000;

    /** For each open group, the largest product among the atoms that it contains so far. */
    private final Deque<Integer> groups = new ArrayDeque<>();

    private int largest = 1;
    private int atom = 1;

    void beginAtom() {
        atom = 1;
    }

    void endAtom() {
        largest = Math.max(largest, atom);
        atom = 1;
    }

    void open() {
        endAtom();
        groups.push(largest);
        largest = 1;
    }

    void close() {
        endAtom();
        atom = largest;
        largest = groups.pop();
    }

    /** Applies a repetition to the last atom. Returns false if there are too many copies. */
    boolean repeat(RegexCursor.Repetition repetition) {
        int count = repetition.count();
        if (count >= 2) {
            atom *= count;
        }
        return atom <= LIMIT;
    }
}
