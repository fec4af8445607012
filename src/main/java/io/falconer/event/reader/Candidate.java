package io.falconer.event.reader;

import io.falconer.event.json.Json;

/** Something in a document that may be an event. */
sealed interface Candidate {
    /** An audit event that still has to prove its timestamp and size. */
    record Audit(Json document) implements Candidate {}

    /** An audit event that came with a time of its own. */
    record Timed(Json document, long nanos) implements Candidate {}

    /** A system call event. */
    record Syscall(Json fields, long nanos) implements Candidate {}

    /** A part of an envelope that holds no event. */
    record Failed(SkipReason reason) implements Candidate {}
}
