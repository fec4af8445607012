package io.falconer.logic;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** An amount of time from the moment at which the limit is made. */
final class TimeLimit implements Deadline {
    private static final double NANOS_PER_SECOND = 1e9;
    /** From how many seconds on tenths do not matter. */
    private static final int WHOLE_SECONDS = 10;

    private final long nanos;
    private final LongSupplier clock;
    private final long start;

    /** @param clock the time in nanoseconds since some moment */
    TimeLimit(Duration time, LongSupplier clock) {
        this.nanos = time.toNanos();
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    @Override
    public boolean isOver() {
        return left() <= 0;
    }

    private long left() {
        return nanos - (clock.getAsLong() - start);
    }

    @Override
    public String reason() {
        double seconds = nanos / NANOS_PER_SECOND;
        String format = seconds < WHOLE_SECONDS && nanos % (long) NANOS_PER_SECOND != 0 ? "%.1f" : "%.0f";
        return "out of time after " + String.format(Locale.ROOT, format, seconds) + " s";
    }

    @Override
    public Deadline part(int waiting) {
        long left = left();
        return left <= 0 ? this : new TimeLimit(Duration.ofNanos(left / waiting), clock);
    }
}
