package io.falconer.event;

import io.falconer.event.json.Json;
import io.falconer.field.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a field extracts from an event: nothing, one value, or a list (never empty: an empty list is nothing). Texts are Java
 * strings for Falco's bytes in UTF-8, cut at the first NUL.
 */
public sealed interface Value {
    /** No value: every comparison with it is false. */
    enum None implements Value {
        NONE
    }

    /** One value. */
    sealed interface Scalar extends Value {}

    /** A string. */
    record Text(String text) implements Scalar {}

    /** A number or time. The {@code bits} are unsigned if the field's type is. */
    record Int(long bits) implements Scalar {}

    /** A boolean. */
    record Bool(boolean value) implements Scalar {}

    /** A floating-point number. */
    record Real(double value) implements Scalar {}

    /** An IP address. */
    record Ip(IpAddress address) implements Scalar {}

    /** The values of a list field, at least one. */
    record Many(List<Scalar> items) implements Value {
        public Many {
            items = List.copyOf(items);
        }
    }

    /** The text up to its first NUL, because Falco's strings end there. */
    static Scalar text(String text) {
        int nul = text.indexOf('\0');
        return new Text(nul < 0 ? text : text.substring(0, nul));
    }

    /** The texts of these values; no value if there are none. */
    static Value list(Collection<Json> values) {
        var texts = new ArrayList<Scalar>(values.size());
        for (Json value : values) {
            texts.add(text(value.text()));
        }
        return many(texts);
    }

    /** These values as a list; no value if there are none. */
    static Value many(List<Scalar> values) {
        return values.isEmpty() ? None.NONE : new Many(values);
    }
}
