package io.falconer.engine;

import io.falconer.event.Value;
import io.falconer.text.ByteText;
import java.util.Arrays;

/** Values as the C strings that Falco's string functions see, for any type of value. */
final class CText {
    private CText() {}

    /** {@code text} up to its first NUL. */
    static String cut(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** The value's bytes up to the first NUL. A number, which only {@code len} gives here, is read from its low end. */
    static String of(Value.Scalar value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Int number -> ofBits(number.bits());
            case Value.Bool bool -> bool.value() ? "\u0001" : "";
            case Value.Real real -> ofBits(Double.doubleToRawLongBits(real.value()));
            case Value.Ip ip -> ofBits(Long.reverseBytes(ip.address().high()));
        };
    }

    private static String ofBits(long bits) {
        byte[] bytes = new byte[Long.BYTES];
        int length = 0;
        for (long rest = bits; length < bytes.length && (rest & 0xFF) != 0; rest >>>= 8) {
            bytes[length++] = (byte) rest;
        }
        return ByteText.decode(Arrays.copyOf(bytes, length));
    }
}
