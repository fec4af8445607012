package io.falconer.report;

import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** Text that any reader of a report takes as it is meant. */
final class PrintableText {
    private static final int REPLACEMENT = 0xFFFD;

    private PrintableText() {}

    /** {@code text} on one line: line ends, tabs and other controls are blanks. */
    static String line(String text) {
        return map(text, c -> isControl(c) ? ' ' : c).strip();
    }

    /** {@code text} with line feeds and tabs, and U+FFFD for what neither XML 1.0 nor a terminal knows. */
    static String lines(String text) {
        return map(text.replace("\r\n", "\n"), c -> c != '\n' && c != '\t' && isControl(c) ? REPLACEMENT : c);
    }

    /** {@code text} on one line of a terminal, every control character as what one would type for it. */
    static String shown(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isControl(c) || Character.getType(c) == Character.FORMAT) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        out.appendCodePoint(isNoCharacter(c) ? REPLACEMENT : c);
                    }
                }
            }
        });
        return out.toString();
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
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isNoCharacter(int c) {
        return Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE;
    }
}
