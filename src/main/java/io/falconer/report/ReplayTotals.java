package io.falconer.report;

/**
 * What a replay came to, at its end or so far.
 *
 * @param nanos how long it took, in nanoseconds
 */
public record ReplayTotals(long events, long alerts, long nanos) {
    private static final double SECOND = 1e9;

    /** How long it took, in seconds. */
    public double seconds() {
        return nanos / SECOND;
    }

    /** The mean. */
    public long eventsPerSecond() {
        return Math.round(events / Math.max(seconds(), 1 / SECOND));
    }
}
