package io.falconer.event;

import static io.falconer.event.DocumentField.reading;

import io.falconer.event.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** The fields that follow a path through arrays, at an index or at every element (section 6.2). */
final class ArrayPathFields {
    private ArrayPathFields() {}

    /** The index in an argument; none without an argument. Conditions are checked to have only digits here. */
    static OptionalInt index(Optional<String> argument) {
        try {
            return argument.map(Integer::parseInt).map(OptionalInt::of).orElse(OptionalInt.empty());
        } catch (NumberFormatException tooLarge) {
            return OptionalInt.of(Integer.MAX_VALUE);
        }
    }

    /** Holes are dropped. */
    static AuditFields.Binding skipping(KeyPath path) {
        return argument -> {
            OptionalInt index = index(argument);
            return reading(path, document -> Value.list(path.found(document, index)));
        };
    }

    /** If there is one hole, there is no value at all; otherwise each text, changed. */
    static AuditFields.Binding strict(KeyPath path, UnaryOperator<String> change) {
        return argument -> {
            OptionalInt index = index(argument);
            return reading(path, document -> {
                List<Optional<Json>> values = path.walk(document, index).orElse(List.of());
                var texts = new ArrayList<Value.Scalar>(values.size());
                for (Optional<Json> value : values) {
                    if (value.isEmpty()) {
                        return Value.None.NONE;
                    }
                    texts.add(Value.text(change.apply(value.get().text())));
                }
                return Value.many(texts);
            });
        };
    }

    /** The strings of the arrays at the end of the path, one after the other. Everything that is not an array is ignored. */
    static AuditFields.Binding flattened(KeyPath path) {
        return argument -> {
            OptionalInt index = index(argument);
            return reading(path, document -> {
                var items = new ArrayList<Json>();
                for (Json array : path.found(document, index)) {
                    items.addAll(array.items());
                }
                return Value.list(items);
            });
        };
    }
}
