package io.falconer.condition;

import io.falconer.text.ByteText;
import java.util.Locale;

/** Writes constants so that they are read back unchanged (section 2.2). */
final class Quoting {
    private Quoting() {}

    /** A value: bare if nothing in it could be read as something else. */
    static void value(String value, StringBuilder out) {
        if (isPlain(value) && !isModifier(value)) {
            out.append(value);
        } else {
            quoted(value, out);
        }
    }

    /** A field's argument: bare wherever the grammar allows it, because pointers and globs are easier to read that way. */
    static void argument(String value, StringBuilder out) {
        if (!value.isEmpty()
                && value.chars().allMatch(c -> Characters.isBareArgument((char) c) && isPrinted((char) c))) {
            out.append(value);
        } else {
            quoted(value, out);
        }
    }

    static void quoted(String value, StringBuilder out) {
        int start = out.length();
        out.append('"');
        int last = value.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                // A quote never closes after a backslash. At the end, only a backslash and a blank can express one.
                case '\\' -> out.append(i == last ? "\\ " : "\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> character(c, value, i, out);
            }
        }
        out.append('"');
        GrammarCheck.require(
                !value.chars().anyMatch(ByteText::isByte) || isReadAs(value, out.substring(start)), "UTF-8", value);
    }

    /** Bytes side by side are read as characters, if they are such together. */
    private static boolean isReadAs(String value, String quoted) {
        try {
            return Escapes.resolve(quoted, 0, true).equals(value);
        } catch (ConditionSyntaxError e) {
            return false;
        }
    }

    private static void character(char c, String value, int at, StringBuilder out) {
        boolean loneByte = ByteText.isByte(c) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
        if (loneByte || c < ' ' || c == 0x7F) {
            out.append(String.format(Locale.ROOT, "\\x%02x", c & 0xFF));
        } else {
            out.append(c);
        }
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty()
                && value.chars()
                        .allMatch(c -> Characters.isLetter((char) c)
                                || Characters.isDigit((char) c)
                                || "_./:*?-+@<>".indexOf(c) >= 0);
    }

    private static boolean isPrinted(char c) {
        return c > ' ' && c != 0x7F && !Character.isSurrogate(c);
    }

    private static boolean isModifier(String value) {
        for (Modifier modifier : Modifier.values()) {
            if (modifier.symbol().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
