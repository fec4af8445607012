package io.falconer.report;

/** How much a report for people shows. */
public enum Detail {
    /** Only failures and the totals. */
    FAILURES,
    /** Every test and rule, and the events with a failure. */
    SUMMARY,
    /** Every event by name and place. */
    EVERY_EVENT
}
