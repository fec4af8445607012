package io.falconer.engine;

import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import io.falconer.event.Value;
import io.falconer.field.FieldType;
import io.falconer.field.Octets;
import io.falconer.ruleset.OperandType;
import io.falconer.ruleset.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A rule's output, planned: the source of each value and its form. */
final class OutputPlan {
    /** Local times as texts, nanoseconds since the epoch as fields (section 5.2). */
    private static final Set<String> TIMES =
            Set.of("evt.time", "evt.time.s", "evt.time.iso8601", "evt.datetime", "evt.datetime.s");

    /** The longest message; what comes after it is left out. An output may name a long value a hundred thousand times. */
    private static final int LONGEST = 1 << 24;

    private final Slots slots;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Integer> fields = new TreeMap<>();

    /** Plans {@code output} over the slots of its source. */
    OutputPlan(OutputFormat output, Slots slots) {
        this.slots = slots;
        for (OutputFormat.Token token : output.tokens()) {
            switch (token) {
                case OutputFormat.Literal literal -> pieces.add(frame -> literal.text());
                case OutputFormat.Reference reference -> reference(reference);
            }
        }
    }

    /** One part of the message. */
    private interface Piece {
        String text(Frame frame);
    }

    private void reference(OutputFormat.Reference reference) {
        FieldType type = OperandType.of(reference.operand(), slots.catalogue()).type();
        int slot = slots.of(reference.operand());
        int width = reference.width();
        pieces.add(frame -> {
            String text = Rendering.text(frame.value(slot), type);
            return width == 0 ? text : padded(Utf8.cut(text, width), width);
        });
        fields(reference.operand());
    }

    /** Calls are not fields, but the fields within them are. */
    private void fields(TransformerArgument argument) {
        switch (argument) {
            case Operand.FieldRef field -> fields.put(FieldKey.of(field), slots.of(field));
            case Operand.Transformed call -> call.arguments().forEach(this::fields);
            case TransformerArgument.ArgumentList list -> list.items().forEach(this::fields);
            case Right.Text text -> {}
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - Octets.count(text)));
    }

    String message(Frame frame) {
        StringBuilder message = new StringBuilder();
        for (Piece piece : pieces) {
            message.append(piece.text(frame));
            if (message.length() > LONGEST) {
                return message.substring(0, LONGEST);
            }
        }
        return message.toString();
    }

    SortedMap<String, Value> fields(Frame frame) {
        SortedMap<String, Value> values = new TreeMap<>();
        fields.forEach((name, slot) -> values.put(
                name, TIMES.contains(name) ? new Value.Int(frame.event().nanos()) : frame.value(slot)));
        return values;
    }
}
