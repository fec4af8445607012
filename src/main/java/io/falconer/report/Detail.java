package io.falconer.report;

/** How much a report for people tells. */
public enum Detail {
    /** Only what is not as it should be, and the sum. */
    FAILURES,
    /** Every test and rule, and events where something is wrong. */
    SUMMARY,
    /** Every event by name and place. */
    EVERY_EVENT
}
