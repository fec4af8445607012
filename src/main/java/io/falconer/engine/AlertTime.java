package io.falconer.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of alerts as Falco writes them, from unsigned nanoseconds since the epoch. */
final class AlertTime {
    private static final long NANOS = 1_000_000_000L;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.nnnnnnnnn", Locale.ROOT);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT);

    private AlertTime() {}

    /** 16:04:05.123456789, in {@code zone}. */
    static String clock(long nanos, ZoneId zone) {
        return CLOCK.format(at(nanos, zone));
    }

    /** 2024-01-02T16:04:05.123456789Z. */
    static String iso(long nanos) {
        return ISO.format(at(nanos, ZoneOffset.UTC));
    }

    private static ZonedDateTime at(long nanos, ZoneId zone) {
        return Instant.ofEpochSecond(Long.divideUnsigned(nanos, NANOS), Long.remainderUnsigned(nanos, NANOS))
                .atZone(zone);
    }
}
