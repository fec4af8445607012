package io.falconer.event;

import io.falconer.event.json.Json;
import io.falconer.field.EventSource;
import java.util.Optional;

/**
 * An event of source syscall: the fields that have a value, under the names that conditions use, arguments in brackets
 * ({@code {"evt.type":"openat","fd.name":"/etc/shadow","proc.aname[2]":"sshd"}}).
 *
 * @param fields an object
 * @param alert the rule whose alert recorded the fields; empty if no alert did
 */
public record SyscallEvent(Json fields, long number, long nanos, long firstNanos, Origin origin, Optional<String> alert)
        implements Event {
    /** Whether an alert recorded the fields, so that the event may have had others too. */
    public boolean recorded() {
        return alert.isPresent();
    }

    @Override
    public EventSource source() {
        return EventSource.SYSCALL;
    }
}
