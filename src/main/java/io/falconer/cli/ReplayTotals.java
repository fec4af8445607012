package io.falconer.cli;

/**
 * What a replay came to, at its end or so far.
 *
 * @param nanos how long it took, in nanoseconds
 */
record ReplayTotals(long events, long alerts, long nanos) {
    private static final double SECOND = 1e9;

    double seconds() {
        return nanos / SECOND;
    }

    long eventsPerSecond() {
        return Math.round(events / Math.max(seconds(), 1 / SECOND));
    }
}
