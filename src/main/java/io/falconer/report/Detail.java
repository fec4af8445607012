package io.falconer.report;

/** How much a report for people tells. */
public enum Detail {
    /** Users' own events by name, counter-fixtures that hold by their number, places where something is wrong. */
    SUMMARY,
    /** Every event by name and place. */
    EVERY_EVENT
}
