package io.falconer.text;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** Text of users that terminals, reports and the logs of CI systems show as intended, and treat as nothing else. */
public final class PrintableText {
    private static final int REPLACEMENT = 0xFFFD;

    /** What GitHub's runners treat as a command at the start of a line, and other systems treat as a command anywhere. */
    private static final Pattern AT_BEGINNING = Pattern.compile("(?m)^([\\p{Zs}\\t]*)::");

    private static final Pattern ANYWHERE = Pattern.compile("##(\\[|vso\\[|teamcity\\[)");

    private PrintableText() {}

    /** {@code text} on one line: line ends, tabs and other controls become blanks. */
    public static String line(String text) {
        return map(text, c -> isControl(c) ? ' ' : c).strip();
    }

    /** {@code text} with line feeds and tabs; U+FFFD replaces what neither XML 1.0 nor a terminal can show. */
    public static String lines(String text) {
        return map(text.replace("\r\n", "\n"), c -> c != '\n' && c != '\t' && isControl(c) ? REPLACEMENT : c);
    }

    /** {@code text} on one line of a terminal. Every control character is shown as its escape. */
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

    /** {@code text} with a backslash in everything that a CI system would treat as a command in its log. */
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

    /** Characters that reverse the direction of the following text, so that people read it as something else. */
    private static boolean isDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** Characters that show nothing themselves, except those that join or separate letters and emoji. */
    private static boolean isHidden(int c) {
        return Character.getType(c) == Character.FORMAT && c != 0x200C && c != 0x200D;
    }

    private static boolean isNoCharacter(int c) {
        return Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE;
    }
}
