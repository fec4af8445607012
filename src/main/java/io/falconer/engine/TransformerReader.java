package io.falconer.engine;

import io.falconer.event.Value;
import io.falconer.field.Octets;
import java.util.List;

/** The values that transformers give (section 2.3). */
sealed interface TransformerReader extends SlotReader {
    /** The longest text that transformers make. Calls within calls would multiply a few bytes without bound. */
    int LONGEST = 1 << 24;

    /** tolower, toupper, basename, b64. */
    record Changed(int slot, TextChange change) implements TransformerReader {
        @Override
        public Value read(Frame frame) {
            return change.apply(frame.value(slot));
        }
    }

    /** The number of elements of a list; it has no value when the list has none. */
    record Count(int slot) implements TransformerReader {
        @Override
        public Value read(Frame frame) {
            return switch (frame.value(slot)) {
                case Value.None none -> none;
                case Value.Many many -> new Value.Int(many.items().size());
                case Value.Scalar scalar -> new Value.Int(1);
            };
        }
    }

    /** The number of bytes of a text. */
    record Length(int slot) implements TransformerReader {
        @Override
        public Value read(Frame frame) {
            return switch (frame.value(slot)) {
                case Value.None none -> none;
                case Value.Scalar scalar -> new Value.Int(Octets.count(CText.of(scalar)));
                case Value.Many many ->
                    many.items().size() == 1
                            ? new Value.Int(Octets.count(CText.of(many.items().getFirst())))
                            : Value.None.NONE;
            };
        }
    }

    /** The elements of a list with a separator between them; no value if that is longer than {@link #LONGEST}. */
    record Join(int separator, int list) implements TransformerReader {
        @Override
        public Value read(Frame frame) {
            if (!(frame.value(separator) instanceof Value.Scalar between)) {
                return Value.None.NONE;
            }
            return switch (frame.value(list)) {
                case Value.None none -> none;
                case Value.Scalar scalar -> new Value.Text(CText.of(scalar));
                case Value.Many many -> joined(many.items(), CText.of(between));
            };
        }

        private static Value joined(List<Value.Scalar> items, String between) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < items.size(); i++) {
                text.append(i == 0 ? "" : between).append(CText.of(items.get(i)));
                if (text.length() > LONGEST) {
                    return Value.None.NONE;
                }
            }
            return new Value.Text(text.toString());
        }
    }

    /** Texts, one after the other. If one has no value, or all are more than {@link #LONGEST}, the whole has none. */
    record Concat(List<Integer> slots) implements TransformerReader {
        @Override
        public Value read(Frame frame) {
            StringBuilder text = new StringBuilder();
            for (int slot : slots) {
                if (!(frame.value(slot) instanceof Value.Scalar scalar)) {
                    return Value.None.NONE;
                }
                text.append(CText.of(scalar));
                if (text.length() > LONGEST) {
                    return Value.None.NONE;
                }
            }
            return new Value.Text(text.toString());
        }
    }
}
