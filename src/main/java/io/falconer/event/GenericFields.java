package io.falconer.event;

import io.falconer.field.EventSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The {@code evt.*} fields that every source has, and {@code jevt.rawtime} (section 6.6). */
final class GenericFields {
    private static final String PLUGIN_INFO = "evt.plugininfo"; // shows the whole event

    private final Map<String, Extractor> table = new HashMap<>();

    /** The fields, with times in {@code zone}. */
    GenericFields(ZoneId zone) {
        time("evt.time", EventTime.TIME, zone);
        time("evt.time.s", EventTime.TIME_S, zone);
        time("evt.time.iso8601", EventTime.ISO8601, zone);
        time("evt.datetime", EventTime.DATETIME, zone);
        time("evt.datetime.s", EventTime.DATETIME_S, zone);
        number("evt.num", Event::number);
        number("evt.rawtime", Event::nanos);
        number("evt.rawtime.s", event -> EventTime.seconds(event.nanos()));
        number("evt.rawtime.ns", event -> EventTime.nanosOfSecond(event.nanos()));
        number("evt.reltime", GenericFields::sinceFirst);
        number("evt.reltime.s", event -> EventTime.seconds(sinceFirst(event)));
        number("evt.reltime.ns", event -> EventTime.nanosOfSecond(sinceFirst(event)));
        table.put("evt.source", event -> Value.text(event.source().id()));
        table.put("evt.is_async", event -> new Value.Bool(false));
        table.put("evt.asynctype", event -> Value.None.NONE);
        audit("evt.pluginname", event -> Value.text("k8saudit"));
        audit(PLUGIN_INFO, event -> Value.text(event.document().compact()));
        audit("jevt.rawtime", event -> Value.text(Long.toUnsignedString(event.nanos())));
        audit("json.rawtime", event -> Value.text(Long.toUnsignedString(event.nanos())));
    }

    /** The parts of audit events that the field reads. */
    static DocumentPaths reads(String name) {
        return name.equals(PLUGIN_INFO) ? DocumentPaths.ALL : DocumentPaths.NONE;
    }

    Optional<Extractor> find(String name) {
        if (name.equals("evt.hostname")) {
            String host = HostName.local();
            return Optional.of(event -> Value.text(host));
        }
        return Optional.ofNullable(table.get(name));
    }

    private static long sinceFirst(Event event) {
        return event.nanos() - event.firstNanos();
    }

    private void time(String name, EventTime format, ZoneId zone) {
        table.put(name, event -> Value.text(format.write(event.nanos(), zone)));
    }

    private void number(String name, ToLongFunction<Event> number) {
        table.put(name, event -> new Value.Int(number.applyAsLong(event)));
    }

    private void audit(String name, AuditExtractor extractor) {
        table.put(name, event -> event instanceof AuditEvent audit ? extractor.extract(audit) : Value.None.NONE);
    }

    /** Reads something that only events of {@link EventSource#K8S_AUDIT} have. */
    @FunctionalInterface
    private interface AuditExtractor {
        Value extract(AuditEvent event);
    }
}
