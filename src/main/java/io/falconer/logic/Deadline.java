package io.falconer.logic;

import java.time.Duration;

/** When to give up a question. Work on it asks now and then, and gives {@link #reason} instead of an answer. */
@FunctionalInterface
public interface Deadline {
    /** Whether to give up now. */
    boolean isOver();

    /** Why there is no answer when the time is up. */
    default String reason() {
        return "out of time";
    }

    /**
     * An equal part, from now on, of the time that is left, for one of several questions that wait; the same deadline if it is not
     * known how much is left.
     *
     * @param waiting how many questions wait, at least 1
     */
    default Deadline part(int waiting) {
        return this;
    }

    /** No limit. */
    static Deadline none() {
        return () -> false;
    }

    /** So much time from now on. */
    static Deadline after(Duration time) {
        return new TimeLimit(time, System::nanoTime);
    }
}
