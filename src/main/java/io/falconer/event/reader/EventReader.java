package io.falconer.event.reader;

import io.falconer.event.AuditEvent;
import io.falconer.event.Event;
import io.falconer.event.Origin;
import io.falconer.event.SyscallEvent;
import io.falconer.event.json.Json;
import io.falconer.event.json.Kind;
import io.falconer.text.Gunzip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads the events of one run, input after input, in their order. Numbers go on from one input to the next and count
 * emitted events only, for each source by itself. What can not be used is skipped and counted; it stops nothing. Memory
 * is bounded by the largest document, never by the length of the input.
 *
 * <p>An input holds audit events and system call events, one a line or pretty-printed, in arrays, in EventLists or in the
 * envelopes of EKS, AKS and GKE, compressed with gzip or not.
 */
public final class EventReader {
    /** The plugin's maxEventSize: bytes of an event's compact text. */
    private static final int MAX_EVENT = 262_144;

    /** Bytes of a document, which may be an EventList of many events. */
    private static final int MAX_DOCUMENT = 32 << 20;

    private final Numbering audits = new Numbering();
    private final Numbering syscalls = new Numbering();
    private final SkipCount skips = new SkipCount();

    /**
     * Reads a file.
     *
     * @throws IOException if it can not be read, or is compressed and damaged; the events before that were emitted
     */
    public void read(Path file, Consumer<? super Event> events) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            read(file.toString(), in, events);
        }
    }

    /**
     * Reads a stream to its end; it is not closed.
     *
     * @param path what to call it in {@link Origin}s
     * @throws IOException if it can not be read, or is compressed and damaged; the events before that were emitted
     */
    public void read(String path, InputStream in, Consumer<? super Event> events) throws IOException {
        var documents = new DocumentReader(Gunzip.ifNeeded(in), MAX_DOCUMENT);
        for (Optional<Found> next = documents.next(); next.isPresent(); next = documents.next()) {
            switch (next.get()) {
                case Found.Document(Json json, int line) -> unpack(json, path, line, events);
                case Found.Broken(SkipReason reason, int line) ->
                    skips.add(reason, new Origin(path, line, OptionalInt.empty()));
            }
        }
    }

    /** Reads a text. */
    public List<Event> read(String path, String text) {
        var events = new ArrayList<Event>();
        try {
            read(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), events::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return events;
    }

    /** What was skipped so far. */
    public Skips skips() {
        return skips.soFar();
    }

    private void unpack(Json document, String path, int line, Consumer<? super Event> events) {
        var whole = new Origin(path, line, OptionalInt.empty());
        Optional<List<Candidate>> unpacked = Unpacking.of(document);
        if (unpacked.isEmpty()) {
            skips.add(SkipReason.NOT_AN_EVENT, whole);
            return;
        }
        List<Candidate> candidates = unpacked.get();
        boolean single = candidates.size() == 1 && isEventItself(document);
        for (int i = 0; i < candidates.size(); i++) {
            emit(candidates.get(i), single ? whole : new Origin(path, line, OptionalInt.of(i)), events);
        }
    }

    /** Whether the document is no list. */
    private static boolean isEventItself(Json document) {
        return document.kind() == Kind.OBJECT
                && document.get("items").isEmpty()
                && document.get("logEvents").isEmpty()
                && document.get("events").isEmpty()
                && document.get("records").isEmpty();
    }

    private void emit(Candidate candidate, Origin origin, Consumer<? super Event> events) {
        switch (candidate) {
            case Candidate.Failed(SkipReason reason) -> skips.add(reason, origin);
            case Candidate.Syscall(Json fields, long nanos) ->
                events.accept(new SyscallEvent(fields, syscalls.next(nanos), nanos, syscalls.first(), origin));
            case Candidate.Timed(Json event, long nanos) -> emitAudit(event, OptionalLong.of(nanos), origin, events);
            case Candidate.Audit(Json event) -> emitAudit(event, stageTime(event), origin, events);
        }
    }

    private void emitAudit(Json event, OptionalLong nanos, Origin origin, Consumer<? super Event> events) {
        if (nanos.isEmpty()) {
            skips.add(SkipReason.NO_TIMESTAMP, origin);
        } else if (event.isLongerThan(MAX_EVENT)) {
            skips.add(SkipReason.EVENT_TOO_LARGE, origin);
        } else {
            long number = audits.next(nanos.getAsLong());
            events.accept(new AuditEvent(event, number, nanos.getAsLong(), audits.first(), origin));
        }
    }

    private static OptionalLong stageTime(Json event) {
        return event.get("stageTimestamp")
                .filter(value -> value.kind() == Kind.STRING)
                .map(value -> GoTimestamp.nanos(value.text()))
                .orElse(OptionalLong.empty());
    }

    /** The numbers and the first time of one source. */
    private static final class Numbering {
        private long count;
        private long first;

        long next(long nanos) {
            if (count == 0) {
                first = nanos;
            }
            return ++count;
        }

        long first() {
            return first;
        }
    }
}
