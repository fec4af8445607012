package io.falconer.suite;

import java.util.Locale;

/** How a test ended. */
public enum Status {
    PASSED,
    FAILED,
    /** The test could not be run, because its events are not available. */
    ERROR,
    SKIPPED;

    /** Returns the status as JSON shows it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
