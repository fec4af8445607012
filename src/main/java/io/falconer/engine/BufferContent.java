package io.falconer.engine;

import io.falconer.condition.Operator;
import io.falconer.event.Value;
import io.falconer.field.Octets;
import java.util.ArrayList;
import java.util.List;

/** The content of a {@link io.falconer.field.ValueBuffer} while one rule is tried on one event. */
final class BufferContent {
    /** The content of freed memory. It equals no constant. */
    private static final Value.Scalar UNKNOWABLE = new Value.Text("\uDC80");

    private final boolean movesForLonger;
    private final List<Cell> cells = new ArrayList<>();

    /** The place of one text. */
    private static final class Cell {
        private Value.Scalar content = UNKNOWABLE;
        private int writes;
        private int movedAt;

        void write(Value.Scalar value, boolean movesForLonger) {
            writes++;
            if (movesForLonger && writes > 1 && length(value) > length(content)) {
                movedAt = writes;
            }
            content = value;
        }
    }

    /** The place of one element of a value, and how often that place had been written at that time. */
    private record Left(Value.Scalar element, Cell cell, int writes) {
        /**
         * The current content. Comparisons with lists use the length that the element had; others use the NUL at the end.
         *
         * @param trimmed whether a NUL at the end does not count
         */
        Value.Scalar seen(Operator operator, boolean trimmed) {
            if (cell.writes == writes) {
                return element;
            }
            boolean byLength = operator.takesList() || operator == Operator.REGEX;
            if (cell.movedAt > writes || !(cell.content instanceof Value.Text text)) {
                return UNKNOWABLE;
            }
            int missing = length(element) - length(text);
            if (!byLength || missing == 0 || (missing == 1 && trimmed)) {
                return text;
            }
            return missing < 0 ? new Value.Text(Utf8.cut(text.text(), length(element))) : UNKNOWABLE;
        }
    }

    /** A value that was left in the buffer. */
    private record Exposed(Value own, List<Left> elements) implements StaleValue {
        @Override
        public Value seen(Operator operator) {
            boolean list = own instanceof Value.Many;
            List<Value.Scalar> seen = new ArrayList<>();
            elements.forEach(element -> seen.add(element.seen(operator, !list)));
            return list ? new Value.Many(seen) : seen.getFirst();
        }
    }

    /** @param movesForLonger whether a text that is longer than the previous one goes to other memory */
    BufferContent(boolean movesForLonger) {
        this.movesForLonger = movesForLonger;
    }

    /** Writes a value, element by element. If there is no value, writes nothing. */
    void write(Value value) {
        List<Value.Scalar> elements = elements(value);
        for (int i = 0; i < elements.size(); i++) {
            if (cells.size() == i) {
                cells.add(new Cell());
            }
            cells.get(i).write(elements.get(i), movesForLonger);
        }
    }

    /** The last value that was written, as later reads see it. */
    StaleValue expose(Value value) {
        List<Value.Scalar> elements = elements(value);
        List<Left> left = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            left.add(new Left(elements.get(i), cells.get(i), cells.get(i).writes));
        }
        return new Exposed(value, left);
    }

    private static List<Value.Scalar> elements(Value value) {
        return switch (value) {
            case Value.None none -> List.of();
            case Value.Scalar scalar -> List.of(scalar);
            case Value.Many many -> many.items();
        };
    }

    private static int length(Value.Scalar value) {
        return value instanceof Value.Text text ? Octets.count(text.text()) : Long.BYTES;
    }
}
