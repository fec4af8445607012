package io.falconer.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that a rule must fire on, or stay silent on: part of an event, from which the generator makes whole ones.
 *
 * @param kind what the part is
 * @param part the part as JSON
 */
public record Example(Kind kind, ObjectNode part) {
    public Example {
        part = part.deepCopy();
    }

    @Override
    public ObjectNode part() {
        return part.deepCopy();
    }

    /** What the part of an example is. */
    public enum Kind {
        /** A container but for its name and image; it is put at every position that a container can have. */
        CONTAINER,
        /** A pod: {@code metadata} and {@code spec}, a container added where it names none. */
        POD,
        /** A request: {@code verb}, {@code resource}, {@code object}, and {@code namespaced: false} for others. */
        REQUEST,
        /** An event: an audit event's keys, or a system call's fields. */
        EVENT;

        /** As templates spell it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Map<String, Kind> byId() {
            Map<String, Kind> kinds = new LinkedHashMap<>();
            for (Kind kind : values()) {
                kinds.put(kind.id(), kind);
            }
            return kinds;
        }
    }
}
