package io.falconer.suite;

/** How an alert without an expectation in its test is treated. */
public enum UnexpectedAlerts {
    /** The test fails. */
    FAIL,
    /** The test passes with a warning. */
    WARN,
    /** The alert is ignored. */
    IGNORE
}
