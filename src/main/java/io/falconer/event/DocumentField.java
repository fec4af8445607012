package io.falconer.event;

import io.falconer.event.json.Json;

/** What a field, its argument bound, reads from the JSON of an audit event. */
@FunctionalInterface
interface DocumentField {
    Value of(Json document);

    /** The text at a path of keys. */
    static DocumentField at(String... path) {
        KeyPath keys = KeyPath.of(path);
        return document ->
                keys.in(document).map(Json::text).<Value>map(Value::text).orElse(Value.None.NONE);
    }

    /** The texts of the elements of the array at a path of keys; no value where there is something else. */
    static DocumentField listAt(String... path) {
        KeyPath keys = KeyPath.of(path);
        return document -> keys.in(document).map(Json::items).map(Value::list).orElse(Value.None.NONE);
    }
}
