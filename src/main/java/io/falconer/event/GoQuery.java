package io.falconer.event;

import java.util.Optional;

/** Queries by the rules of Go's url.ParseQuery: one malformed part makes the whole query invalid (section 12). */
final class GoQuery {
    private GoQuery() {}

    /** The first value of {@code name}; empty if there is none or some part of the query is malformed. */
    static Optional<String> first(String query, String name) {
        Optional<String> first = Optional.empty();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            Optional<String> key = PercentEscapes.decodeForm(equals < 0 ? part : part.substring(0, equals));
            Optional<String> value = PercentEscapes.decodeForm(equals < 0 ? "" : part.substring(equals + 1));
            if (part.indexOf(';') >= 0 || key.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            if (first.isEmpty() && !part.isEmpty() && key.get().equals(name)) {
                first = value;
            }
        }
        return first;
    }
}
