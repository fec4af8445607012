package io.falconer.suite;

import io.falconer.text.Location;
import java.util.List;
import java.util.Map;

/** A JSON Patch (RFC 6902) on a test's events, {@code operations} being its JSON array. */
public record Patch(String operations, Location location) {
    static final Map<String, Operation> OPERATIONS = EnumWords.of(List.of(Operation.values()));

    /** The operations of RFC 6902, section 4. */
    enum Operation {
        ADD,
        REMOVE,
        REPLACE,
        MOVE,
        COPY,
        TEST
    }
}
