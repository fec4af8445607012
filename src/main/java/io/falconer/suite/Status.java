package io.falconer.suite;

import java.util.Locale;

/** How a test ended. */
public enum Status {
    PASSED,
    FAILED,
    /** It did not fail, but this Falco may read wrong values for a rule that it is about. */
    UNRELIABLE,
    /** The test could not be run, because its events are not available. */
    ERROR,
    SKIPPED;

    /** Returns the status as JSON shows it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
