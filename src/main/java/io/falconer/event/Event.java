package io.falconer.event;

import io.falconer.field.EventSource;

/** One event of one source, as an {@link io.falconer.event.reader.EventReader} emits it. */
public sealed interface Event permits AuditEvent, SyscallEvent {
    /** The source whose rules judge it. */
    EventSource source();

    /** Its number within its source, from 1; only emitted events count ({@code evt.num}). */
    long number();

    /**
     * When it happened: nanoseconds since the epoch as an unsigned number. As in Falco, times before 1970 wrap around
     * (section 12).
     */
    long nanos();

    /** The {@link #nanos()} of the first event of its source in this run; relative times count from there. */
    long firstNanos();

    /** Where it was read. */
    Origin origin();
}
