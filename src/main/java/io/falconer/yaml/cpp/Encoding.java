package io.falconer.yaml.cpp;

import io.falconer.text.ByteText;
import java.io.ByteArrayOutputStream;

/**
 * How yaml-cpp decodes bytes: as UTF-8 unless a byte order mark, or zeros among the first four bytes, indicate UTF-16 or
 * UTF-32. Bytes that are not UTF-8 stay unchanged.
 */
public final class Encoding {
    private static final int REPLACEMENT = 0xFFFD;

    private final byte[] bytes;
    private final ByteArrayOutputStream utf8 = new ByteArrayOutputStream();

    private Encoding(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The text with its byte order mark, if it has one. A byte that is not UTF-8 is represented as in {@link ByteText}. */
    public static String decode(byte[] bytes) {
        return new Encoding(bytes).decode();
    }

    private String decode() {
        int first = at(0);
        boolean isAscii = first > 0 && first < 0xFE && first != 0xBB && first != 0xBF && first != 0xEF;
        boolean isSecondAscii = at(1) > 0 && at(1) < 0xFE && at(1) != 0xBB && at(1) != 0xBF && at(1) != 0xEF;
        if (begins(0, 0, 0xFE, 0xFF)) {
            return utf32(4, true);
        }
        if (begins(0, 0, 0)) {
            return utf32(0, true);
        }
        if (begins(0xFE, 0xFF)) {
            return utf16(2, true);
        }
        if (first == 0 && isSecondAscii) {
            return utf16(0, true);
        }
        if (begins(0xFF, 0xFE, 0, 0)) {
            return utf32(4, false);
        }
        if (begins(0xFF, 0xFE)) {
            return utf16(2, false);
        }
        if (isAscii && at(1) == 0) {
            return at(2) == 0 && at(3) == 0 ? utf32(0, false) : utf16(0, false);
        }
        return ByteText.decode(bytes);
    }

    private int at(int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    private boolean begins(int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (at(i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int width, boolean bigEndian) {
        int number = 0;
        for (int i = 0; i < width; i++) {
            number = number << 8 | at(from + (bigEndian ? i : width - 1 - i));
        }
        return number;
    }

    private String utf32(int start, boolean bigEndian) {
        for (int i = start; i + 4 <= bytes.length; i += 4) {
            put(number(i, 4, bigEndian));
        }
        return text(start > 0);
    }

    private String text(boolean marked) {
        return (marked ? "\uFEFF" : "") + ByteText.decode(utf8.toByteArray());
    }

    private String utf16(int start, boolean bigEndian) {
        int i = start;
        while (i + 2 <= bytes.length) {
            int unit = number(i, 2, bigEndian);
            i += 2;
            if (isHigh(unit)) {
                i = pair(unit, i, bigEndian);
            } else {
                put(isLow(unit) ? REPLACEMENT : unit);
            }
        }
        return text(start > 0);
    }

    /** If a high surrogate has no low one, yaml-cpp keeps the surrogate and loses what follows it. */
    private int pair(int first, int start, boolean bigEndian) {
        int high = first;
        for (int i = start; i + 2 <= bytes.length; i += 2) {
            int low = number(i, 2, bigEndian);
            if (isLow(low)) {
                put(Character.toCodePoint((char) high, (char) low));
                return i + 2;
            }
            put(REPLACEMENT);
            if (!isHigh(low)) {
                put(high);
                return i + 2;
            }
            high = low;
        }
        put(REPLACEMENT);
        return bytes.length;
    }

    private static boolean isHigh(int unit) {
        return unit >= 0xD800 && unit < 0xDC00;
    }

    private static boolean isLow(int unit) {
        return unit >= 0xDC00 && unit < 0xE000;
    }

    /** Adds a number in as many bytes as UTF-8 has for it, whether it is a character or not. */
    private void put(int number) {
        int point = number == CharacterStream.END ? REPLACEMENT : number;
        if (point >= 0 && point < 0x80) {
            utf8.write(point);
            return;
        }
        int more = point >= 0 && point < 0x800 ? 1 : point >= 0 && point < 0x10000 ? 2 : 3;
        int lead = (0xF0 << (3 - more)) & 0xFF;
        utf8.write(lead | ((point >>> (6 * more)) & (0x3F >> more)));
        for (int i = more - 1; i >= 0; i--) {
            utf8.write(0x80 | ((point >>> (6 * i)) & 0x3F));
        }
    }
}
