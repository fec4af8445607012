package io.falconer.event.reader;

import io.falconer.event.json.Json;
import java.util.Optional;

/** Something in a document that may be an event. */
sealed interface Candidate {
    /** An audit event whose timestamp and size are not checked yet. */
    record Audit(Json document) implements Candidate {}

    /** An audit event with its own time. */
    record Timed(Json document, long nanos) implements Candidate {}

    /** A system call event, whose fields an alert of a rule may have recorded. */
    record Syscall(Json fields, long nanos, Optional<String> alert) implements Candidate {}

    /** A part of an envelope that does not contain an event. */
    record Failed(SkipReason reason) implements Candidate {}
}
