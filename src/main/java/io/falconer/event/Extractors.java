package io.falconer.event;

import io.falconer.field.EventSource;
import io.falconer.field.Field;
import java.time.ZoneId;
import java.util.Optional;

/** Finds the extractor of a field (sections 6 and 7). Extractors have no state, and threads may share them. */
public final class Extractors {
    private Extractors() {}

    /** {@link #of(EventSource, Field, Optional, FieldReading)} by the newest Falco. */
    public static Extractor of(EventSource source, Field field, Optional<String> argument) {
        return of(source, field, argument, FieldReading.NEWEST);
    }

    /**
     * How to read {@code field} with this argument from an event of {@code source}. Local times are in the zone of this
     * machine. Fields without an implementation have no value, because Falco's catalogue has some that never have one.
     */
    public static Extractor of(EventSource source, Field field, Optional<String> argument, FieldReading reading) {
        return of(source, field, argument, reading, ZoneId.systemDefault());
    }

    /**
     * The parts of audit events that {@code field} with this argument reads. From events of other sources it may read
     * everything.
     */
    public static DocumentPaths reads(EventSource source, Field field, Optional<String> argument) {
        return switch (source) {
            case SYSCALL -> DocumentPaths.NONE;
            case K8S_AUDIT ->
                AuditFields.find(field.name(), argument, FieldReading.NEWEST)
                        .map(DocumentField::reads)
                        .orElseGet(() -> GenericFields.reads(field.name()));
        };
    }

    static Extractor of(EventSource source, Field field, Optional<String> argument, FieldReading reading, ZoneId zone) {
        return switch (source) {
            case SYSCALL -> {
                Extractor own = SyscallFields.of(field, argument, reading);
                Extractor generic = new GenericFields(zone).find(field.name()).orElse(event -> Value.None.NONE);
                yield event -> {
                    Value value = own.extract(event);
                    return value == Value.None.NONE && event instanceof SyscallEvent ? generic.extract(event) : value;
                };
            }
            case K8S_AUDIT -> {
                Extractor generic = new GenericFields(zone).find(field.name()).orElse(event -> Value.None.NONE);
                yield AuditFields.find(field.name(), argument, reading)
                        .<Extractor>map(read -> event ->
                                event instanceof AuditEvent audit ? read.of(audit.document()) : Value.None.NONE)
                        .orElse(event -> event instanceof AuditEvent ? generic.extract(event) : Value.None.NONE);
            }
        };
    }
}
