package io.falconer.engine;

import io.falconer.event.Value;
import io.falconer.text.QuotedText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as matchers compare them and failures show them. Single values look as in outputs (section 5.2). */
public final class ValueText {
    private ValueText() {}

    /** The value's texts: none if there is no value, several for a list. */
    public static List<String> texts(Value value) {
        return switch (value) {
            case Value.None none -> List.of();
            case Value.Scalar scalar -> List.of(text(scalar));
            case Value.Many many -> many.items().stream().map(ValueText::text).toList();
        };
    }

    /** The value for people: texts in quotes, lists in parentheses. */
    public static String shown(Value value) {
        return switch (value) {
            case Value.None none -> "no value";
            case Value.Scalar scalar -> shown(scalar);
            case Value.Many many ->
                many.items().stream().map(ValueText::shown).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    /** The value next to the expected one: without quotes, so that the two are easy to compare. */
    public static String plain(Value value) {
        List<String> texts = texts(value);
        return switch (value) {
            case Value.None none -> "no value";
            case Value.Scalar scalar -> texts.getFirst();
            case Value.Many many -> "(" + String.join(",", texts) + ")";
        };
    }

    private static String shown(Value.Scalar scalar) {
        return scalar instanceof Value.Text text ? QuotedText.text(text.text()) : text(scalar);
    }

    private static String text(Value.Scalar scalar) {
        return switch (scalar) {
            case Value.Text text -> text.text();
            case Value.Int number -> Long.toString(number.bits());
            case Value.Bool bool -> Boolean.toString(bool.value());
            case Value.Real real -> String.format(Locale.ROOT, "%.1f", real.value());
            case Value.Ip ip -> AddressText.of(ip.address());
        };
    }
}
