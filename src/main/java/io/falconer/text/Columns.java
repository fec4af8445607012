package io.falconer.text;

import java.util.OptionalInt;

/** The number of terminal columns that characters take. */
final class Columns {
    /** How a tab is shown. */
    static final int TAB = 4;

    private Columns() {}

    /** 0 for characters that combine with the previous one, 2 for East Asian wide characters and emoji, otherwise 1. */
    static int of(int codePoint) {
        if (codePoint == '\t') {
            return TAB;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    /** The character that a terminal shows instead of this one; empty for tabs. Controls and formats become U+FFFD. */
    static OptionalInt printable(int codePoint) {
        if (codePoint == '\t') {
            return OptionalInt.empty();
        }
        int type = Character.getType(codePoint);
        boolean hidden = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
        return OptionalInt.of(hidden ? 0xFFFD : codePoint);
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
