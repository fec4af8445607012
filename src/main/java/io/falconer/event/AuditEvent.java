package io.falconer.event;

import io.falconer.event.json.Json;
import io.falconer.field.EventSource;

/**
 * An event of source k8s_audit.
 *
 * @param document its JSON; a replay keeps only the parts that its rules read, but the text is complete
 */
public record AuditEvent(Json document, long number, long nanos, long firstNanos, Origin origin) implements Event {
    @Override
    public EventSource source() {
        return EventSource.K8S_AUDIT;
    }
}
