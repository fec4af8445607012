package io.falconer.engine;

import io.falconer.event.Extractor;
import io.falconer.event.Value;
import java.util.ArrayList;
import java.util.List;

/** How the value of one slot is computed. It may request other slots from the frame. */
interface SlotReader {
    Value read(Frame frame);

    /** A field of the event. */
    record OfField(Extractor extractor) implements SlotReader {
        @Override
        public Value read(Frame frame) {
            return extractor.extract(frame.event());
        }
    }

    /** A constant argument of a transformer. */
    record OfConstant(Value value) implements SlotReader {
        @Override
        public Value read(Frame frame) {
            return value;
        }
    }

    /** A list in a transformer's arguments. If one element has no value, the whole has none. */
    record OfList(List<Integer> slots) implements SlotReader {
        @Override
        public Value read(Frame frame) {
            List<Value.Scalar> items = new ArrayList<>(slots.size());
            for (int slot : slots) {
                switch (frame.value(slot)) {
                    case Value.None none -> {
                        return none;
                    }
                    case Value.Scalar scalar -> items.add(scalar);
                    case Value.Many many -> items.addAll(many.items());
                }
            }
            return new Value.Many(items);
        }
    }
}
