package io.falconer.event.reader;

import io.falconer.event.AuditEvent;
import io.falconer.event.Event;
import io.falconer.event.Origin;
import io.falconer.event.SyscallEvent;
import io.falconer.event.json.Json;
import io.falconer.event.json.Key;
import io.falconer.event.json.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What some documents hold, in their order: events that do not know yet how many came before them, and what cannot be used.
 * Lines are counted from that on which the batch begins, which is 0.
 */
final class Batch {
    /** The plugin's maxEventSize: bytes of an event's compact text. */
    private static final int MAX_EVENT = 262_144;

    private static final Key STAGE_TIMESTAMP = Key.of("stageTimestamp");

    private final List<Read> read = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();

    /** An event that was read. */
    private record Read(Json json, boolean syscall, long nanos, int line, OptionalInt index) {}

    /** Something that cannot be used. */
    private record Skip(SkipReason reason, int line, OptionalInt index) {}

    /** Adds what was found, whose line is counted as {@code firstLine} counts. */
    void add(Found found, int firstLine) {
        switch (found) {
            case Found.Document(Json json, int line) -> add(json, line - firstLine);
            case Found.Broken(SkipReason reason, int line) -> skip(reason, line - firstLine);
        }
    }

    /** Adds what a document holds. */
    void add(Json document, int line) {
        Optional<List<Candidate>> unpacked = Unpacking.of(document);
        if (unpacked.isEmpty()) {
            skip(SkipReason.NOT_AN_EVENT, line);
            return;
        }
        List<Candidate> candidates = unpacked.get();
        boolean single = candidates.size() == 1 && Unpacking.isNoList(document);
        for (int i = 0; i < candidates.size(); i++) {
            add(candidates.get(i), line, single ? OptionalInt.empty() : OptionalInt.of(i));
        }
    }

    /** Adds what is no document. */
    void skip(SkipReason reason, int line) {
        skips.add(new Skip(reason, line, OptionalInt.empty()));
    }

    private void add(Candidate candidate, int line, OptionalInt index) {
        switch (candidate) {
            case Candidate.Failed(SkipReason reason) -> skips.add(new Skip(reason, line, index));
            case Candidate.Syscall(Json fields, long nanos) -> read.add(new Read(fields, true, nanos, line, index));
            case Candidate.Timed(Json event, long nanos) -> addAudit(event, OptionalLong.of(nanos), line, index);
            case Candidate.Audit(Json event) -> addAudit(event, stageTime(event), line, index);
        }
    }

    private void addAudit(Json event, OptionalLong nanos, int line, OptionalInt index) {
        if (nanos.isEmpty()) {
            skips.add(new Skip(SkipReason.NO_TIMESTAMP, line, index));
        } else if (event.isLongerThan(MAX_EVENT)) {
            skips.add(new Skip(SkipReason.EVENT_TOO_LARGE, line, index));
        } else {
            read.add(new Read(event, false, nanos.getAsLong(), line, index));
        }
    }

    private static OptionalLong stageTime(Json event) {
        Optional<Json> time = event.get(STAGE_TIMESTAMP);
        return time.isPresent() && time.get().kind() == Kind.STRING
                ? GoTimestamp.nanos(time.get().text())
                : OptionalLong.empty();
    }

    /** How many events there are. */
    int size() {
        return read.size();
    }

    /** The numbers behind this batch. */
    Numbers after(Numbers before) {
        Numbers numbers = before;
        for (Read each : read) {
            numbers = numbers.with(each.syscall, each.nanos);
        }
        return numbers;
    }

    /** The events, numbered on. */
    void emit(String path, int firstLine, Numbers before, Consumer<? super Event> events) {
        Numbers numbers = before;
        for (Read each : read) {
            numbers = numbers.with(each.syscall, each.nanos);
            Origin origin = new Origin(path, firstLine + each.line, each.index);
            events.accept(
                    each.syscall
                            ? new SyscallEvent(
                                    each.json, numbers.syscalls(), each.nanos, numbers.firstSyscall(), origin)
                            : new AuditEvent(each.json, numbers.audits(), each.nanos, numbers.firstAudit(), origin));
        }
    }

    /** Counts what cannot be used. */
    void count(String path, int firstLine, SkipCount into) {
        skips.forEach(skip -> into.add(skip.reason, new Origin(path, firstLine + skip.line, skip.index)));
    }
}
