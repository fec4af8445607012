package io.falconer.condition;

/** Refuses what no condition can express, however it is written. */
final class GrammarCheck {
    private GrammarCheck() {}

    /** Refuses {@code what} unless the grammar accepts it. */
    static void require(boolean holds, String wanted, Object what) {
        if (!holds) {
            throw new IllegalArgumentException("the grammar requires " + wanted + " here: " + what);
        }
    }
}
