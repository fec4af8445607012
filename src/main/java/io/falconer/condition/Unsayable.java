package io.falconer.condition;

/** What no condition can say, however it is written. */
final class Unsayable {
    private Unsayable() {}

    /** Refuses {@code what} unless it is as the grammar wants it. */
    static void unless(boolean sayable, String wanted, Object what) {
        if (!sayable) {
            throw new IllegalArgumentException("the grammar wants " + wanted + " here: " + what);
        }
    }
}
