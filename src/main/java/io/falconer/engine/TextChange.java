package io.falconer.engine;

import io.falconer.event.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The transformers that turn each text into another (section 2.3). */
enum TextChange {
    LOWER {
        @Override
        Optional<String> apply(String text) {
            return Optional.of(Ascii.lower(text));
        }
    },
    UPPER {
        @Override
        Optional<String> apply(String text) {
            return Optional.of(Ascii.upper(text));
        }
    },
    BASENAME {
        @Override
        Optional<String> apply(String text) {
            return Optional.of(text.substring(text.lastIndexOf('/') + 1));
        }
    },
    BASE64 {
        @Override
        Optional<String> apply(String text) {
            return Base64Text.decode(text);
        }
    };

    abstract Optional<String> apply(String text);

    /** Changes every text of {@code value}. If one text cannot be changed, the whole has no value. */
    Value apply(Value value) {
        return switch (value) {
            case Value.None none -> none;
            case Value.Scalar scalar -> {
                Optional<String> changed = apply(CText.of(scalar));
                yield changed.isPresent() ? new Value.Text(changed.get()) : Value.None.NONE;
            }
            case Value.Many many -> each(many);
        };
    }

    private Value each(Value.Many many) {
        List<Value.Scalar> items = new ArrayList<>(many.items().size());
        for (Value.Scalar item : many.items()) {
            Optional<String> changed = apply(CText.of(item));
            if (changed.isEmpty()) {
                return Value.None.NONE;
            }
            items.add(new Value.Text(changed.get()));
        }
        return new Value.Many(items);
    }
}
