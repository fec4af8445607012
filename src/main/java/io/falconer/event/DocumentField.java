package io.falconer.event;

import io.falconer.event.json.Json;
import java.util.Optional;

/** What a field, its argument bound, reads from the JSON of an audit event. */
@FunctionalInterface
interface DocumentField {
    Value of(Json document);

    /** The text at a path of keys. */
    static DocumentField at(String... path) {
        KeyPath keys = KeyPath.of(path);
        return document -> {
            Optional<Json> value = keys.in(document);
            return value.isPresent() ? Value.text(value.get().text()) : Value.None.NONE;
        };
    }

    /** The texts of the elements of the array at a path of keys; no value where there is something else. */
    static DocumentField listAt(String... path) {
        KeyPath keys = KeyPath.of(path);
        return document -> {
            Optional<Json> value = keys.in(document);
            return value.isPresent() ? Value.list(value.get().items()) : Value.None.NONE;
        };
    }
}
