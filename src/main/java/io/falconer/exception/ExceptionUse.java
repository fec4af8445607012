package io.falconer.exception;

import java.time.Instant;
import java.util.Optional;

/**
 * What an exception silenced in recorded events.
 *
 * @param alerts how many alerts there would have been
 * @param last the latest time of their events; empty if there is none, or if the events have no time
 */
public record ExceptionUse(long alerts, Optional<Instant> last) {
    private static final long SECOND = 1_000_000_000L;

    /** Nothing. */
    public static final ExceptionUse NONE = new ExceptionUse(0, Optional.empty());

    /**
     * One alert more.
     *
     * @param nanos the time of its event: unsigned nanoseconds since the epoch, 0 if it has none
     */
    public ExceptionUse and(long nanos) {
        Instant time = Instant.ofEpochSecond(Long.divideUnsigned(nanos, SECOND), Long.remainderUnsigned(nanos, SECOND));
        boolean later = nanos != 0 && last.map(time::isAfter).orElse(true);
        return new ExceptionUse(alerts + 1, later ? Optional.of(time) : last);
    }
}
