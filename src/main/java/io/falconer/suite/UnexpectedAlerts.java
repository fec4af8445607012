package io.falconer.suite;

/** What becomes of an alert that no expectation of its test speaks of. */
public enum UnexpectedAlerts {
    /** The test fails. */
    FAIL,
    /** The test passes with a warning. */
    WARN,
    /** Nothing. */
    IGNORE
}
