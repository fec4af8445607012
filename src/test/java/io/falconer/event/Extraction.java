package io.falconer.event;

import io.falconer.event.reader.EventReader;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fields of events, written as conditions write them, and their values as short texts. */
final class Extraction {
    private Extraction() {}

    static Event event(String document) {
        return new EventReader().read("test", document).getFirst();
    }

    static Value extract(Event event, String field) {
        return extract(event, field, FieldReading.NEWEST);
    }

    static Value extract(Event event, String field, FieldReading reading) {
        int bracket = field.indexOf('[');
        String name = bracket < 0 ? field : field.substring(0, bracket);
        Optional<String> argument =
                bracket < 0 ? Optional.empty() : Optional.of(field.substring(bracket + 1, field.length() - 1));
        return switch (FieldCatalogue.of(event.source()).resolve(name, argument)) {
            case Resolution.Found found ->
                Extractors.of(event.source(), found.field(), found.argument(), reading)
                        .extract(event);
            case Resolution.Refused refused -> throw new AssertionError(refused.message());
        };
    }

    /** {@code NV}, the bare value, or {@code (a,b)}. */
    static String show(Value value) {
        return switch (value) {
            case Value.None none -> "NV";
            case Value.Many(List<Value.Scalar> items) ->
                items.stream().map(Extraction::show).collect(Collectors.joining(",", "(", ")"));
            case Value.Text(String text) -> text;
            case Value.Int(long bits) -> Long.toUnsignedString(bits);
            case Value.Bool(boolean bool) -> String.valueOf(bool);
            case Value.Real(double real) -> String.valueOf(real);
            case Value.Ip ip -> ip.address().toString();
        };
    }
}
