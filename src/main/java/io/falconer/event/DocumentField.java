package io.falconer.event;

import io.falconer.event.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a field, its argument bound, reads from the JSON of an audit event. */
interface DocumentField {
    Value of(Json document);

    /** The parts of documents that it reads, and no others; the whole where an implementation does not say. */
    default DocumentPaths reads() {
        return DocumentPaths.ALL;
    }

    /** What {@code value} makes of a document, of which it reads what lies at these paths only. */
    static DocumentField reading(List<KeyPath> paths, Function<Json, Value> value) {
        return new Reading(value, paths.stream().map(KeyPath::asPaths).reduce(DocumentPaths.NONE, DocumentPaths::and));
    }

    /** {@link #reading(List, Function)} of one path. */
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

    /** The texts of the elements of the array at a path of keys; no value where there is something else. */
    static DocumentField listAt(String... path) {
        KeyPath keys = KeyPath.of(path);
        return reading(keys, document -> {
            Optional<Json> value = keys.in(document);
            return value.isPresent() ? Value.list(value.get().items()) : Value.None.NONE;
        });
    }
}
