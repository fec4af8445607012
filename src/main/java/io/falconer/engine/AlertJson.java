package io.falconer.engine;

import io.falconer.event.Value;
import io.falconer.field.EventSource;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.Resolution;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Alerts as the JSON objects that Falco prints with {@code json_output} (section 5.4): keys in order, no blanks. */
public final class AlertJson {
    private final String hostname;
    private final ZoneId zone;

    /**
     * Objects that contain {@code hostname}, and whose {@code output} shows the time in {@code zone}. The other times are in
     * UTC.
     */
    public AlertJson(String hostname, ZoneId zone) {
        this.hostname = hostname;
        this.zone = zone;
    }

    /** One object, without a line end. */
    public String object(Alert alert) {
        StringBuilder out = new StringBuilder();
        member("{", "hostname", hostname, out);
        member(",", "output", AlertText.raw(alert, zone), out);
        out.append(",\"output_fields\":");
        fields(alert, out);
        member(",", "priority", alert.rule().priority().title(), out);
        member(",", "rule", alert.rule().name(), out);
        member(",", "source", alert.rule().source().id(), out);
        out.append(",\"tags\":");
        tags(alert.rule().tags(), out);
        member(",", "time", AlertTime.iso(alert.event().nanos()), out);
        return out.append('}').toString();
    }

    private static void member(String before, String key, String value, StringBuilder out) {
        out.append(before);
        JsonStringWriter.quoted(key, out);
        out.append(':');
        JsonStringWriter.quoted(value, out);
    }

    private static void fields(Alert alert, StringBuilder out) {
        SortedMap<String, Value> fields = new TreeMap<>(alert.fields());
        fields.put("evt.time", new Value.Int(alert.event().nanos()));
        out.append('{');
        String separator = "";
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            out.append(separator);
            JsonStringWriter.quoted(field.getKey(), out);
            out.append(':');
            value(field.getValue(), isUnsigned(alert.rule().source(), field.getKey()), out);
            separator = ",";
        }
        out.append('}');
    }

    /** Whether numbers of this field are unsigned. Numbers of text fields are times. */
    private static boolean isUnsigned(EventSource source, String key) {
        int bracket = key.indexOf('[');
        String name = bracket < 0 ? key : key.substring(0, bracket);
        Optional<String> argument =
                bracket < 0 ? Optional.empty() : Optional.of(key.substring(bracket + 1, key.length() - 1));
        return switch (FieldCatalogue.of(source).resolve(name, argument)) {
            case Resolution.Found found ->
                found.field().type().isUnsigned() || found.field().type().isText();
            case Resolution.Refused refused -> false;
        };
    }

    private static void value(Value value, boolean unsigned, StringBuilder out) {
        switch (value) {
            case Value.None none -> out.append("null");
            case Value.Text text -> JsonStringWriter.quoted(JsonCppText.of(text.text()), out);
            case Value.Int number ->
                out.append(unsigned ? Long.toUnsignedString(number.bits()) : Long.toString(number.bits()));
            case Value.Bool bool -> out.append(bool.value());
            case Value.Real real -> out.append(real.value());
            case Value.Ip ip -> JsonStringWriter.quoted(AddressText.of(ip.address()), out);
            case Value.Many many -> {
                out.append('[');
                String separator = "";
                for (Value.Scalar item : many.items()) {
                    out.append(separator);
                    value(item, unsigned, out);
                    separator = ",";
                }
                out.append(']');
            }
        }
    }

    private static void tags(List<String> tags, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (String tag : tags) {
            out.append(separator);
            JsonStringWriter.quoted(tag, out);
            separator = ",";
        }
        out.append(']');
    }
}
