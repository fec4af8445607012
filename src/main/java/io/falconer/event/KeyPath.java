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

    /** The value at the end, through objects alone. */
    Optional<Json> in(Json document) {
        Optional<Json> at = Optional.of(document);
        for (Key key : keys) {
            at = at.flatMap(value -> value.get(key));
        }
        return at;
    }

    /**
     * The values at the end by the walk of section 6.2: an array on the way is entered at {@code index}, or at every
     * element, and an element in which the path ends early is a hole. An array at the very end is one value.
     *
     * @return empty where the path ends early outside of every element
     */
    Optional<List<Optional<Json>>> walk(Json document, OptionalInt index) {
        return walk(document, 0, index);
    }

    /** The values that {@link #walk} finds, without the holes. */
    List<Json> found(Json document, OptionalInt index) {
        return walk(document, index).stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<List<Optional<Json>>> walk(Json from, int depth, OptionalInt index) {
        Json at = from;
        for (int i = depth; i < keys.size(); i++) {
            if (at.kind() == Kind.ARRAY) {
                if (index.isEmpty()) {
                    return Optional.of(walkEach(at, i));
                }
                Optional<Json> element = at.at(index.getAsInt());
                if (element.isEmpty()) {
                    return Optional.empty();
                }
                at = element.get();
            }
            Optional<Json> next = at.get(keys.get(i));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.of(List.of(Optional.of(at)));
    }

    private List<Optional<Json>> walkEach(Json array, int depth) {
        var values = new ArrayList<Optional<Json>>();
        for (Json element : array.items()) {
            walk(element, depth, OptionalInt.empty())
                    .ifPresentOrElse(values::addAll, () -> values.add(Optional.empty()));
        }
        return values;
    }
}
