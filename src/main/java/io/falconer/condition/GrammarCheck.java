package io.falconer.condition;

/** What no condition can say, however it is written. */
final class GrammarCheck {
    private GrammarCheck() {}

    /** Refuses {@code what} unless it is as the grammar wants it. */
    static void require(boolean holds, String wanted, Object what) {
        if (!holds) {
            throw new IllegalArgumentException("the grammar wants " + wanted + " here: " + what);
        }
    }
}
