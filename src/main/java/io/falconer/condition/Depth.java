package io.falconer.condition;

/**
 * Falco's bound on the nesting of its parser's functions. Each level of parentheses costs five, so that some 198 of them
 * pass (section 2.5).
 */
final class Depth {
    private static final int LIMIT = 1000;

    private final Cursor cursor;
    private int value;

    Depth(Cursor cursor) {
        this.cursor = cursor;
    }

    void enter() throws SyntaxError {
        value++;
        if (value >= LIMIT) {
            throw cursor.error("exceeded max depth limit of " + LIMIT);
        }
    }

    void leave() {
        value--;
    }

    int value() {
        return value;
    }

    /** Goes back to a depth of before, after a failure that does not end the parse. */
    void reset(int before) {
        value = before;
    }
}
