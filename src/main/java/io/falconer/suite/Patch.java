package io.falconer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconer.text.Location;
import java.util.List;
import java.util.Map;

/** A JSON Patch (RFC 6902) on a test's events. */
public record Patch(List<Operation> operations, Location location) {
    static final Map<String, Verb> OPERATIONS = EnumWords.of(List.of(Verb.values()));

    /** The maximum number of operations of a patch. */
    static final int MOST = 10_000;

    public Patch {
        operations = List.copyOf(operations);
    }

    /** The operations of RFC 6902, section 4. */
    enum Verb {
        ADD,
        REMOVE,
        REPLACE,
        MOVE,
        COPY,
        TEST;

        /** Whether it contains a value. */
        boolean takesValue() {
            return switch (this) {
                case ADD, REPLACE, TEST -> true;
                case REMOVE, MOVE, COPY -> false;
            };
        }

        /** Whether it takes its value from another place. */
        boolean takesFrom() {
            return switch (this) {
                case MOVE, COPY -> true;
                case ADD, REMOVE, REPLACE, TEST -> false;
            };
        }
    }

    /**
     * One operation.
     *
     * @param from the source of the value of {@link Verb#MOVE} and {@link Verb#COPY}; the whole document for the others
     * @param value the value of {@link Verb#ADD}, {@link Verb#REPLACE} and {@link Verb#TEST}; missing for the others
     */
    record Operation(Verb verb, PatchPath path, PatchPath from, JsonNode value, Location location) {}
}
