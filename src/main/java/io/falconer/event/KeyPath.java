package io.falconer.event;

import io.falconer.event.json.Json;
import io.falconer.event.json.Key;
import io.falconer.event.json.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Keys to follow into a document. */
record KeyPath(List<Key> keys) {
    KeyPath {
        keys = List.copyOf(keys);
    }

    static KeyPath of(String... keys) {
        return new KeyPath(Stream.of(keys).map(Key::of).toList());
    }

    KeyPath then(String... more) {
        return new KeyPath(
                Stream.concat(keys.stream(), Stream.of(more).map(Key::of)).toList());
    }

    /** The same path for a {@link io.falconer.event.json.LineScanner}. */
    DocumentPaths asPaths() {
        return DocumentPaths.of(keys.stream().map(Key::toString).toArray(String[]::new));
    }

    /** The value at the end, through objects only. */
    Optional<Json> in(Json document) {
        return document.get(keys);
    }

    /**
     * The values at the end, by the walk of section 6.2: an array on the way is entered at {@code index}, or at every element,
     * and an element in which the path ends early is a hole. An array at the end is one value.
     *
     * @return empty if the path ends early outside of every element
     */
    Optional<List<Optional<Json>>> walk(Json document, OptionalInt index) {
        var values = new ArrayList<Optional<Json>>();
        return walk(document, 0, index, values) ? Optional.of(values) : Optional.empty();
    }

    /** The values that {@link #walk} finds, without the holes. */
    List<Json> found(Json document, OptionalInt index) {
        var values = new ArrayList<Optional<Json>>();
        if (!walk(document, 0, index, values)) {
            return List.of();
        }
        var found = new ArrayList<Json>(values.size());
        for (Optional<Json> value : values) {
            value.ifPresent(found::add);
        }
        return found;
    }

    /** Adds to {@code values} what is at the end from here. If the path ends early here, adds nothing and returns false. */
    private boolean walk(Json from, int depth, OptionalInt index, List<Optional<Json>> values) {
        Json at = from;
        for (int i = depth; i < keys.size(); i++) {
            if (at.kind() == Kind.ARRAY) {
                if (index.isEmpty()) {
                    walkEach(at, i, values);
                    return true;
                }
                Optional<Json> element = at.at(index.getAsInt());
                if (element.isEmpty()) {
                    return false;
                }
                at = element.get();
            }
            Optional<Json> next = at.get(keys.get(i));
            if (next.isEmpty()) {
                return false;
            }
            at = next.get();
        }
        values.add(Optional.of(at));
        return true;
    }

    private void walkEach(Json array, int depth, List<Optional<Json>> values) {
        for (Json element : array.items()) {
            if (!walk(element, depth, OptionalInt.empty(), values)) {
                values.add(Optional.empty());
            }
        }
    }
}
