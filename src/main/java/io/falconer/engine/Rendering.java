package io.falconer.engine;

import io.falconer.event.Value;
import io.falconer.field.FieldType;
import java.util.List;
import java.util.Locale;

/** Values as outputs show them (section 5.2). */
final class Rendering {
    /** Falco writes lists to a buffer of 1,024 bytes with a terminating NUL. */
    private static final int LONGEST_LIST = 1023;

    private static final String NO_VALUE = "<NA>";

    private Rendering() {}

    static String text(Value value, FieldType type) {
        return switch (value) {
            case Value.None none -> NO_VALUE;
            case Value.Scalar scalar -> scalar(scalar, type);
            case Value.Many many -> list(many.items(), type);
        };
    }

    private static String list(List<Value.Scalar> items, FieldType type) {
        StringBuilder text = new StringBuilder("(");
        for (Value.Scalar item : items) {
            // Falco checks the text so far, so leading empty elements leave no comma.
            text.append(text.length() > 1 ? "," : "").append(scalar(item, type));
        }
        return Utf8.cut(text.append(')').toString(), LONGEST_LIST);
    }

    private static String scalar(Value.Scalar value, FieldType type) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Int number ->
                type.isUnsigned() ? Long.toUnsignedString(number.bits()) : Long.toString(number.bits());
            case Value.Bool bool -> Boolean.toString(bool.value());
            case Value.Real real -> String.format(Locale.ROOT, "%.1f", real.value());
            case Value.Ip ip -> AddressText.of(ip.address());
        };
    }
}
