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
 * The content of some documents, in their order: events that do not know yet how many came before them, and what cannot be
 * used. Lines are counted from the line on which the batch starts, which is 0.
 */
public final class Batch {
    /** The plugin's maxEventSize: bytes of an event's compact text. */
    private static final int MAX_EVENT = 262_144;

    private static final Key STAGE_TIMESTAMP = Key.of("stageTimestamp");

    private final List<Read> read;
    private long audits;
    private long firstAudit;
    private long syscalls;
    private long firstSyscall;
    private final List<Skip> skips;

    /** An event that was read. {@code number} counts the events of its source in this batch, from 1. */
    private record Read(
            Json json, Form form, Optional<String> alert, long number, long nanos, int line, OptionalInt index) {}

    /** What an event is. */
    private enum Form {
        AUDIT,
        SYSCALL
    }

    /** Something that cannot be used, or so many documents on one line. */
    private record Skip(SkipReason reason, int line, OptionalInt index, int count) {
        Skip(SkipReason reason, int line, OptionalInt index) {
            this(reason, line, index, 1);
        }
    }

    /** An empty batch. */
    public Batch() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    private Batch(List<Read> read, List<Skip> skips) {
        this.read = read;
        this.skips = skips;
    }

    /**
     * This batch in parts of at most {@code most} events. Each part receives the numbers before the whole, and gives those
     * after it. What was skipped is in the first part.
     */
    public List<Batch> slices(int most) {
        List<Batch> slices = new ArrayList<>();
        for (int from = 0; from == 0 || from < read.size(); from += most) {
            Batch slice =
                    new Batch(read.subList(from, Math.min(from + most, read.size())), from == 0 ? skips : List.of());
            slice.audits = audits;
            slice.firstAudit = firstAudit;
            slice.syscalls = syscalls;
            slice.firstSyscall = firstSyscall;
            slices.add(slice);
        }
        return slices;
    }

    /** Adds what was found. Its line is counted as {@code firstLine} counts. */
    public void add(StreamItem found, int firstLine) {
        switch (found) {
            case StreamItem.Document(Json json, int line) -> add(json, line - firstLine);
            case StreamItem.Broken(SkipReason reason, int line, int count) ->
                skips.add(new Skip(reason, line - firstLine, OptionalInt.empty(), count));
        }
    }

    /** Adds the content of a document. */
    public void add(Json document, int line) {
        if (Unpacking.isEvent(document)) {
            addAudit(document, stageTime(document), line, OptionalInt.empty());
            return;
        }
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

    /** Adds something that is not a document. */
    public void skip(SkipReason reason, int line) {
        skips.add(new Skip(reason, line, OptionalInt.empty()));
    }

    private void add(Candidate candidate, int line, OptionalInt index) {
        switch (candidate) {
            case Candidate.Failed(SkipReason reason) -> skips.add(new Skip(reason, line, index));
            case Candidate.Syscall(Json fields, long nanos, Optional<String> alert) ->
                addSyscall(fields, alert, nanos, line, index);
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
            firstAudit = audits == 0 ? nanos.getAsLong() : firstAudit;
            read.add(new Read(event, Form.AUDIT, Optional.empty(), ++audits, nanos.getAsLong(), line, index));
        }
    }

    private void addSyscall(Json fields, Optional<String> alert, long nanos, int line, OptionalInt index) {
        firstSyscall = syscalls == 0 ? nanos : firstSyscall;
        read.add(new Read(fields, Form.SYSCALL, alert, ++syscalls, nanos, line, index));
    }

    private static OptionalLong stageTime(Json event) {
        Optional<Json> time = event.get(STAGE_TIMESTAMP);
        return time.isPresent() && time.get().kind() == Kind.STRING
                ? GoTimestamp.nanos(time.get().text())
                : OptionalLong.empty();
    }

    /** The number of events. */
    public int size() {
        return read.size();
    }

    /** The numbers after this batch. */
    public EventNumbers after(EventNumbers before) {
        return new EventNumbers(
                before.audits() + audits,
                before.audits() == 0 ? firstAudit : before.firstAudit(),
                before.syscalls() + syscalls,
                before.syscalls() == 0 ? firstSyscall : before.firstSyscall());
    }

    /** The events, with their final numbers. */
    public void emit(String path, int firstLine, EventNumbers before, Consumer<? super Event> events) {
        EventNumbers after = after(before);
        for (Read each : read) {
            Origin origin = new Origin(path, firstLine + each.line, each.index);
            events.accept(
                    each.form != Form.AUDIT
                            ? new SyscallEvent(
                                    each.json,
                                    before.syscalls() + each.number,
                                    each.nanos,
                                    after.firstSyscall(),
                                    origin,
                                    each.alert)
                            : new AuditEvent(
                                    each.json, before.audits() + each.number, each.nanos, after.firstAudit(), origin));
        }
    }

    /** Counts what cannot be used. */
    public void count(String path, int firstLine, SkipCount into) {
        skips.forEach(skip -> into.add(skip.reason, new Origin(path, firstLine + skip.line, skip.index), skip.count));
    }
}
