package io.falconer.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.field.EventSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A system call, made of values for some of its fields in the notation of {@link ValueNotation}. */
public final class SystemCallDocument {
    private final SequencedMap<Leaf, String> values;

    /** The system call whose fields have these values. */
    public SystemCallDocument(SequencedMap<Leaf, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** The fields that have a value. */
    public List<Leaf> fields() {
        return List.copyOf(values.keySet());
    }

    /** The same system call without a value for a field. */
    public SystemCallDocument without(Leaf field) {
        SequencedMap<Leaf, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(field);
        return new SystemCallDocument(fewer);
    }

    /** The value of a field; empty if there is none. */
    public Optional<String> text(Leaf field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The event in one line. */
    public String line() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("source", EventSource.SYSCALL.id());
        ObjectNode fields = event.putObject("fields");
        values.forEach((field, text) -> {
            switch (field.fieldType()) {
                case BOOL -> fields.put(field.pointer(), text.equals("true"));
                case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, RELTIME, ABSTIME, ERRNO, FD, PID, PORT ->
                    fields.put(field.pointer(), ValueNotation.number(text, field.fieldType()));
                case CHARBUF, FSPATH, BYTEBUF, IPV4ADDR, IPADDR, IPNET, DOUBLE, DYN, L4PROTO, SOCKFAMILY ->
                    fields.put(field.pointer(), text);
            }
        });
        return event.toString();
    }
}
