package io.falconer.suite;

import java.util.Locale;

/** How a test ended. */
public enum Status {
    PASSED,
    FAILED,
    /** It could not be run: its events could not be had. */
    ERROR,
    SKIPPED;

    /** As JSON shows it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
