package io.falconer.event.reader;

import io.falconer.event.json.Json;
import io.falconer.event.json.Kind;
import java.util.Optional;

/**
 * System call events in files: {@code {"source":"syscall","fields":{...}}}, or JSON alerts of Falco, with their
 * {@code output_fields}.
 */
final class SyscallDocument {
    private SyscallDocument() {}

    /** The event, or why it cannot be used; empty if {@code object} is neither a field map nor an alert. */
    static Optional<Candidate> read(Json object) {
        String source = object.get("source").map(Json::text).orElse("syscall");
        return fields(object)
                .filter(fields -> fields.kind() == Kind.OBJECT)
                .map(fields -> source.equals("syscall")
                        ? new Candidate.Syscall(fields, nanos(object, fields), alert(object))
                        : new Candidate.Failed(SkipReason.OTHER_SOURCE));
    }

    /** Field maps must state their source. Old alerts for system calls do not. */
    private static boolean isFieldMap(Json object) {
        return object.get("source").isPresent() && object.get("fields").isPresent();
    }

    private static Optional<String> alert(Json object) {
        return isFieldMap(object) ? Optional.empty() : object.get("rule").map(Json::text);
    }

    private static Optional<Json> fields(Json object) {
        return isFieldMap(object)
                ? object.get("fields")
                : object.get("rule").flatMap(rule -> object.get("output_fields"));
    }

    /** The alert's time, otherwise the time among the fields, otherwise the epoch. */
    private static long nanos(Json object, Json fields) {
        return object.get("time")
                .map(time -> GoTimestamp.nanos(time.text()))
                .filter(nanos -> nanos.isPresent())
                .map(nanos -> nanos.getAsLong())
                .or(() -> number(fields, "evt.rawtime"))
                .or(() -> number(fields, "evt.time"))
                .or(() -> number(fields, "evt.time.iso8601"))
                .orElse(0L);
    }

    private static Optional<Long> number(Json fields, String name) {
        try {
            return fields.get(name).map(Json::text).map(Long::parseUnsignedLong);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
