package io.falconer.event;

import io.falconer.field.EventSource;

/** One event of one source, as an {@link io.falconer.event.reader.EventReader} emits it. */
public sealed interface Event permits AuditEvent, SyscallEvent {
    /** The source whose rules evaluate it. */
    EventSource source();

    /** Its number within its source, from 1. Only emitted events count ({@code evt.num}). */
    long number();

    /** Its time: nanoseconds since the epoch as an unsigned number. As in Falco, times before 1970 wrap around (section 12). */
    long nanos();

    /** The {@link #nanos()} of the first event of its source in this run. Relative times count from there. */
    long firstNanos();

    /** The place where it was read. */
    Origin origin();
}
