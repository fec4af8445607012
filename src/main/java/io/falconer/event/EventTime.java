package io.falconer.event;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An event's time as the {@code evt.time} family writes it. */
enum EventTime {
    TIME("HH:mm:ss.nnnnnnnnn", true),
    TIME_S("HH:mm:ss", true),
    DATETIME("yyyy-MM-dd HH:mm:ss.nnnnnnnnn", true),
    DATETIME_S("yyyy-MM-dd HH:mm:ss", true),
    ISO8601("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'+0000'", false);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final DateTimeFormatter format;
    private final boolean local;

    EventTime(String pattern, boolean local) {
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        this.local = local;
    }

    /** Writes unsigned nanoseconds since the epoch, in {@code zone} if the format uses local time. */
    String write(long nanos, ZoneId zone) {
        Instant instant = Instant.ofEpochSecond(seconds(nanos), nanosOfSecond(nanos));
        return format.format(instant.atZone(local ? zone : ZoneOffset.UTC));
    }

    /** The whole seconds of unsigned nanoseconds. */
    static long seconds(long nanos) {
        return Long.divideUnsigned(nanos, NANOS_PER_SECOND);
    }

    /** The rest of unsigned nanoseconds without the whole seconds. */
    static long nanosOfSecond(long nanos) {
        return Long.remainderUnsigned(nanos, NANOS_PER_SECOND);
    }
}
