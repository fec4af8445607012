package io.falconer.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.falconer.event.AuditEvent;
import io.falconer.event.Event;
import io.falconer.event.SyscallEvent;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies a test's JSON Patch (RFC 6902) to its events: to an audit event's JSON, or to
 * {@code {"source":"syscall", "fields":{...}}}. If an operation does not apply to one of the events of an entry, that
 * event stays unchanged: for example, one of a workload's two events has no {@code /requestObject/spec/containers}. A patch
 * that does not apply to any event of an entry is an error.
 */
final class EventPatch {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(new JsonNodeFactory(true))
            .build();
    private static final long NANOS = 1_000_000_000L;

    private EventPatch() {}

    /** The events' JSON documents, patched. */
    static Outcome<List<String>> apply(Patch patch, List<Event> events) {
        List<String> patched = new ArrayList<>();
        Optional<Diagnostic> reason = Optional.empty();
        int applied = 0;
        for (Event event : events) {
            String json = json(event);
            Result result = apply(patch, json, event.origin().path());
            patched.add(result.json().orElse(json));
            applied += result.json().isPresent() ? 1 : 0;
            reason = reason.or(result::problem);
        }
        return applied == 0 && reason.isPresent() ? Outcome.failed(reason.get()) : Outcome.of(patched);
    }

    /** The patched document, or why the patch does not apply. */
    private record Result(Optional<String> json, Optional<Diagnostic> problem) {}

    private static Result apply(Patch patch, String json, String path) {
        Location place = patch.location();
        try {
            PatchedDocument document = new PatchedDocument(MAPPER.readTree(json));
            for (Patch.Operation operation : patch.operations()) {
                place = operation.location();
                document.apply(operation);
            }
            return new Result(Optional.of(document.document().toString()), Optional.empty());
        } catch (JsonProcessingException e) {
            return failed("Falco reads the event, but it is not JSON by RFC 8259", path, place);
        } catch (PatchedDocument.Inapplicable e) {
            return failed(String.valueOf(e.getMessage()), path, place);
        }
    }

    private static Result failed(String why, String path, Location place) {
        Diagnostic problem = Diagnostic.error(
                        "bad-patch", "the patch does not apply to any event of " + path + ": " + why, place)
                .withHint("paths start at the event, as in /requestObject/spec/containers/0");
        return new Result(Optional.empty(), Optional.of(problem));
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
