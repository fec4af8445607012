package io.falconer.text;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** Text of users that terminals, reports and the logs of CI systems take as it is meant, and for nothing else. */
public final class PrintableText {
    private static final int REPLACEMENT = 0xFFFD;

    /** What runners of GitHub take for a command at the beginning of a line, and others anywhere. */
    private static final Pattern AT_BEGINNING = Pattern.compile("(?m)^([\\p{Zs}\\t]*)::");

    private static final Pattern ANYWHERE = Pattern.compile("##(\\[|vso\\[|teamcity\\[)");

    private PrintableText() {}

    /** {@code text} on one line: line ends, tabs and other controls are blanks. */
    public static String line(String text) {
        return map(text, c -> isControl(c) ? ' ' : c).strip();
    }

    /** {@code text} with line feeds and tabs, and U+FFFD for what neither XML 1.0 nor a terminal knows. */
    public static String lines(String text) {
        return map(text.replace("\r\n", "\n"), c -> c != '\n' && c != '\t' && isControl(c) ? REPLACEMENT : c);
    }

    /** {@code text} on one line of a terminal, every control character as what one would type for it. */
    public static String shown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isControl(c) || isHidden(c)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        out.appendCodePoint(isNoCharacter(c) ? REPLACEMENT : c);
                    }
                }
            }
        });
        return out.toString();
    }

    /** {@code text} with a backslash in whatever would be a command to a CI system in whose log it is written. */
    public static String withoutCommands(String text) {
        String begun = text.contains("::") ? AT_BEGINNING.matcher(text).replaceAll("$1\\\\::") : text;
        return begun.contains("##") ? ANYWHERE.matcher(begun).replaceAll("#\\\\#$1") : begun;
    }

    private static String map(String text, IntUnaryOperator change) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> isNoCharacter(c) ? REPLACEMENT : change.applyAsInt(c))
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || isDirection(c);
    }

    /** What makes the text after it run the other way, so that people read it as something else. */
    private static boolean isDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** What shows nothing by itself, but for what joins letters and emoji or keeps them apart. */
    private static boolean isHidden(int c) {
        return Character.getType(c) == Character.FORMAT && c != 0x200C && c != 0x200D;
    }

    private static boolean isNoCharacter(int c) {
        return Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE;
    }
}
