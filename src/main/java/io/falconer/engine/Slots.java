package io.falconer.engine;

import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import io.falconer.event.DocumentPaths;
import io.falconer.event.Extractors;
import io.falconer.event.FieldReading;
import io.falconer.event.Value;
import io.falconer.field.Dialect;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.Resolution;
import io.falconer.ruleset.OperandType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers the operands of all rules of one source, so that each is computed at most once for each event. */
final class Slots {
    private final EventSource source;
    private final FieldCatalogue catalogue;
    private final FieldReading reading;
    private final Map<TransformerArgument, Integer> numbers = new HashMap<>();
    private final List<SlotReader> reads = new ArrayList<>();
    private final Set<List<String>> paths = new HashSet<>();

    /**
     * Slots for rules of {@code source}.
     *
     * @param dialect the conditions that contain the operands
     * @param reading how fields are read
     */
    Slots(EventSource source, Dialect dialect, FieldReading reading) {
        this.source = source;
        this.catalogue = dialect.catalogue(source);
        this.reading = reading;
    }

    /** The fields that operands may name. */
    FieldCatalogue catalogue() {
        return catalogue;
    }

    /** The parts of audit events that the reads planned so far use. */
    DocumentPaths documentPaths() {
        return new DocumentPaths(paths);
    }

    /** The reads by slot, once everything is planned. */
    SlotReader[] reads() {
        return reads.toArray(SlotReader[]::new);
    }

    /** The slot of {@code operand}, the same for operands that only differ in their place. */
    int of(TransformerArgument operand) {
        TransformerArgument key = OperandKeys.of(operand);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        SlotReader read = plan(operand);
        int slot = reads.size();
        reads.add(read);
        numbers.put(key, slot);
        return slot;
    }

    private SlotReader plan(TransformerArgument argument) {
        return switch (argument) {
            case Operand.FieldRef ref -> field(ref);
            case Operand.Transformed call -> call(call);
            case Right.Text text -> new SlotReader.OfConstant(new Value.Text(text.value()));
            case TransformerArgument.ArgumentList list -> new SlotReader.OfList(each(list.items()));
        };
    }

    private List<Integer> each(List<TransformerArgument> arguments) {
        return arguments.stream().map(this::of).toList();
    }

    private SlotReader field(Operand.FieldRef ref) {
        return switch (catalogue.resolve(ref.name(), ref.argument())) {
            case Resolution.Found found -> {
                paths.addAll(Extractors.reads(source, found.field(), found.argument())
                        .paths());
                yield new SlotReader.OfField(Extractors.of(source, found.field(), found.argument(), reading));
            }
            case Resolution.Refused refused -> throw new IllegalArgumentException(refused.message());
        };
    }

    private SlotReader call(Operand.Transformed call) {
        List<Integer> slots = each(call.arguments());
        int first = slots.getFirst();
        return switch (call.transformer()) {
            case TOLOWER -> new TransformerReader.Changed(first, TextChange.LOWER);
            case TOUPPER -> new TransformerReader.Changed(first, TextChange.UPPER);
            case BASENAME -> new TransformerReader.Changed(first, TextChange.BASENAME);
            case B64 -> new TransformerReader.Changed(first, TextChange.BASE64);
            case LEN ->
                isList(call.arguments().getFirst())
                        ? new TransformerReader.Count(first)
                        : new TransformerReader.Length(first);
            case JOIN -> new TransformerReader.Join(first, slots.get(1));
            case CONCAT -> new TransformerReader.Concat(slots);
            case GETOPT -> new GetoptReader(first, slots.get(1), call.argument().map(a -> a.charAt(0)));
        };
    }

    /** Whether {@code len} counts elements: its argument starts with a list field, whatever transformers follow. */
    private boolean isList(TransformerArgument argument) {
        if (!(argument instanceof Operand operand)) {
            return argument instanceof TransformerArgument.ArgumentList;
        }
        Field field = OperandType.of(operand, catalogue).field();
        return field.list();
    }
}
