package io.falconer.field;

import io.falconer.text.ByteText;
import java.nio.charset.StandardCharsets;

/** Texts as the bytes that Falco compares: strings whose chars are octets. {@link ByteText} defines the bytes of a text. */
public final class Octets {
    private Octets() {}

    /** The text in UTF-8, one char for each octet; the text itself if it is ASCII. */
    public static String of(String text) {
        return isAscii(text) ? text : new String(ByteText.encode(text), StandardCharsets.ISO_8859_1);
    }

    /** The text of octets. */
    public static String text(String octets) {
        return isAscii(octets) ? octets : ByteText.decode(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The number of octets of the text in UTF-8. */
    public static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            count += width(point);
        }
        return count;
    }

    /** The number of octets of a code point in UTF-8. */
    public static int width(int point) {
        return point < 0x80 || ByteText.isByte(point) ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
