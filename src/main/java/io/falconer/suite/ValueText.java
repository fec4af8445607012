package io.falconer.suite;

import io.falconer.event.Value;
import io.falconer.field.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;

/** Values as matchers compare them and failures show them. */
final class ValueText {
    private ValueText() {}

    /** The value's texts: none where there is no value, several for a list. */
    static List<String> texts(Value value) {
        return switch (value) {
            case Value.None none -> List.of();
            case Value.Scalar scalar -> List.of(text(scalar));
            case Value.Many many -> many.items().stream().map(ValueText::text).toList();
        };
    }

    /** The value for people: texts in quotes, lists in parentheses. */
    static String shown(Value value) {
        return switch (value) {
            case Value.None none -> "no value";
            case Value.Scalar scalar -> shown(scalar);
            case Value.Many many ->
                many.items().stream().map(ValueText::shown).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private static String shown(Value.Scalar scalar) {
        return scalar instanceof Value.Text text ? Quoted.text(text.text()) : text(scalar);
    }

    private static String text(Value.Scalar scalar) {
        return switch (scalar) {
            case Value.Text text -> text.text();
            case Value.Int number -> Long.toString(number.bits());
            case Value.Bool bool -> Boolean.toString(bool.value());
            case Value.Real real -> Double.toString(real.value());
            case Value.Ip ip -> address(ip.address());
        };
    }

    private static String address(IpAddress address) {
        byte[] octets = address.v4()
                ? ByteBuffer.allocate(4).putInt((int) address.low()).array()
                : ByteBuffer.allocate(16)
                        .putLong(address.high())
                        .putLong(address.low())
                        .array();
        try {
            return InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
