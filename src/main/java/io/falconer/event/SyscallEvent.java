package io.falconer.event;

import io.falconer.event.json.Json;
import io.falconer.field.EventSource;

/**
 * An event of source syscall: the fields that have a value, under the names that conditions use, arguments in brackets
 * ({@code {"evt.type":"openat","fd.name":"/etc/shadow","proc.aname[2]":"sshd"}}).
 *
 * @param fields an object
 * @param recorded whether an alert recorded the fields, so that the event may have had others too
 */
public record SyscallEvent(Json fields, long number, long nanos, long firstNanos, Origin origin, boolean recorded)
        implements Event {
    @Override
    public EventSource source() {
        return EventSource.SYSCALL;
    }
}
