package io.falconer.report;

/**
 * The totals of a replay, at its end or so far.
 *
 * @param nanos the duration in nanoseconds
 */
public record ReplayTotals(long events, long alerts, long nanos) {
    private static final double SECOND = 1e9;

    /** The duration in seconds. */
    public double seconds() {
        return nanos / SECOND;
    }

    /** The mean number of events per second. */
    public long eventsPerSecond() {
        return Math.round(events / Math.max(seconds(), 1 / SECOND));
    }
}
