package io.falconer.event;

import io.falconer.event.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a field, with its argument, reads from the JSON of an audit event. */
interface DocumentField {
    Value of(Json document);

    /** The only parts of documents that it reads; the whole document if an implementation does not say. */
    default DocumentPaths reads() {
        return DocumentPaths.ALL;
    }

    /** A field that applies {@code value} to a document and reads only what is at these paths. */
    static DocumentField reading(List<KeyPath> paths, Function<Json, Value> value) {
        return new Reading(value, paths.stream().map(KeyPath::asPaths).reduce(DocumentPaths.NONE, DocumentPaths::and));
    }

    /** {@link #reading(List, Function)} for one path. */
    static DocumentField reading(KeyPath path, Function<Json, Value> value) {
        return reading(List.of(path), value);
    }

    /** A field and what it reads. */
    record Reading(Function<Json, Value> value, DocumentPaths reads) implements DocumentField {
        @Override
        public Value of(Json document) {
            return value.apply(document);
        }
    }

    /** The text at a path of keys. */
    static DocumentField at(String... path) {
        KeyPath keys = KeyPath.of(path);
        return reading(keys, document -> {
            Optional<Json> value = keys.in(document);
            return value.isPresent() ? Value.text(value.get().text()) : Value.None.NONE;
        });
    }

    /** The texts of the elements of the array at a path of keys; no value if it is not an array. */
    static DocumentField listAt(String... path) {
        KeyPath keys = KeyPath.of(path);
        return reading(keys, document -> {
            Optional<Json> value = keys.in(document);
            return value.isPresent() ? Value.list(value.get().items()) : Value.None.NONE;
        });
    }
}
