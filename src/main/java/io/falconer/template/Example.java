package io.falconer.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that must fire a rule or must not: part of an event, from which the generator makes whole events.
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

    /** What the part of an event is. */
    public enum Kind {
        /** A container without its name and image. It is put at every position that a container can have. */
        CONTAINER,
        /** A pod: {@code metadata} and {@code spec}. A container is added if it has none. */
        POD,
        /**
         * A request: {@code verb}, {@code resource}, {@code object}, and {@code namespaced: false} for objects without
         * namespace.
         */
        REQUEST,
        /** An event: the keys of an audit event, or the fields of a system call. */
        EVENT;

        /** Returns the name as templates spell it. */
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
