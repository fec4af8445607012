package io.falconer.generate;

import io.falconer.yaml.UnprintableCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes YAML that yaml-cpp and other readers read alike: quoted scalars, flow lists, folded blocks. */
public final class YamlText {
    private static final int WIDTH = 110;
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}\\x{FEFF}]+");

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

    /** Words that some reader treats as something other than a text. */
    private static final Pattern OTHER = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

    private YamlText() {}

    /** A double-quoted scalar. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
                        out.append(String.format(Locale.ROOT, "\\x%02x", c));
                    } else if (c == 0x2028 || c == 0x2029 || c == 0xFEFF || !UnprintableCharacters.isPrintable(c)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    /** A quoted text that contains no variable of a suite. */
    public static String literal(String text) {
        return quoted(text.replace("${", "$${"));
    }

    /** A list on one line. Items that every reader treats as words have no quotes. */
    static String words(List<String> items) {
        return "[" + String.join(", ", items.stream().map(YamlText::word).toList()) + "]";
    }

    private static String word(String text) {
        return WORD.matcher(text).matches() && !OTHER.matcher(text).matches() ? text : quoted(text);
    }

    /** {@code text} for a comment on one line. */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean breaks = c < ' ' || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
            out.appendCodePoint(breaks || !UnprintableCharacters.isPrintable(c) ? '?' : c);
        });
        return out.toString();
    }

    /** A list on one line whose items are quoted. */
    public static String list(List<String> items) {
        return "[" + String.join(", ", items.stream().map(YamlText::quoted).toList()) + "]";
    }

    /**
     * Prose wrapped at blanks, for a folded block or a comment. Runs of blanks become one blank. So does every character that
     * some YAML reader treats as the end of a line, because the text must not be able to end a comment.
     */
    static List<String> wrap(String prose) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BREAKS.matcher(prose).replaceAll(" ").strip().split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Adds {@code key: >-} with lines below it, or a quoted scalar if a block cannot contain the lines unchanged. */
    static void block(StringBuilder out, String key, List<String> lines) {
        if (lines.stream().anyMatch(line -> line.chars().anyMatch(YamlText::isUnprinted))) {
            out.append("  ")
                    .append(key)
                    .append(": ")
                    .append(quoted(String.join(" ", lines)))
                    .append('\n');
            return;
        }
        out.append("  ").append(key).append(": >-\n");
        lines.forEach(line -> out.append("    ").append(line).append('\n'));
    }

    /** Whether it is a control character, a line or paragraph separator, or a byte order mark. */
    private static boolean isUnprinted(int c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    }
}
