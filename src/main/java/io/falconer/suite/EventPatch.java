package io.falconer.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.zjsonpatch.CompatibilityFlags;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import io.falconer.event.AuditEvent;
import io.falconer.event.Event;
import io.falconer.event.SyscallEvent;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Applies a test's JSON Patch (RFC 6902) to its events: to an audit event's JSON, or to {@code {"source":"syscall",
 * "fields":{...}}}. Of the events of one entry one to which an operation does not apply (of a workload's two events one
 * has no {@code /requestObject/spec/containers}) stays as it is; a patch that applies to none of them is an error.
 */
final class EventPatch {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(new JsonNodeFactory(true))
            .build();
    /** RFC 6902, section 4.2: what is to be removed must be there. */
    private static final EnumSet<CompatibilityFlags> STRICT =
            EnumSet.of(CompatibilityFlags.FORBID_REMOVE_MISSING_OBJECT);

    private static final long NANOS = 1_000_000_000L;

    private EventPatch() {}

    /** The events' JSON documents, patched. */
    static Outcome<List<String>> apply(Patch patch, List<Event> events) {
        try {
            return apply(patch, MAPPER.readTree(patch.operations()), events);
        } catch (JsonProcessingException e) {
            return Outcome.failed(Diagnostic.error("bad-patch", "the patch is no JSON", patch.location()));
        }
    }

    private static Outcome<List<String>> apply(Patch patch, JsonNode operations, List<Event> events)
            throws JsonProcessingException {
        List<String> patched = new ArrayList<>();
        Optional<String> reason = Optional.empty();
        int applied = 0;
        for (Event event : events) {
            String json = json(event);
            try {
                patched.add(JsonPatch.apply(operations, MAPPER.readTree(json), STRICT)
                        .toString());
                applied++;
            } catch (JsonPatchException | IllegalArgumentException e) {
                patched.add(json);
                reason = reason.or(() -> Optional.ofNullable(e.getMessage()));
            }
        }
        if (applied == 0) {
            String path = events.getFirst().origin().path();
            String why = reason.map(r -> ": " + r).orElse("");
            return Outcome.failed(
                    Diagnostic.error("bad-patch", "the patch applies to no event of " + path + why, patch.location())
                            .withHint("paths begin at the event, as in /requestObject/spec/containers/0"));
        }
        return Outcome.of(patched);
    }

    private static String json(Event event) {
        return switch (event) {
            case AuditEvent audit -> audit.document().compact();
            case SyscallEvent syscall ->
                "{\"source\":\"syscall\",\"time\":\"" + time(syscall.nanos()) + "\",\"fields\":"
                        + syscall.fields().compact() + "}";
        };
    }

    private static Instant time(long nanos) {
        return Instant.ofEpochSecond(Long.divideUnsigned(nanos, NANOS), Long.remainderUnsigned(nanos, NANOS));
    }
}
