package io.falconer.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Breaks long sentences for a terminal, which would break them within words. Lines of source text, of differences and of tables
 * stay as they are, because their columns mean something.
 */
public final class LineWrap {
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
    /** A gutter, a sign of a difference, or columns: two blanks within the line. */
    private static final Pattern IN_COLUMNS = Pattern.compile("^\\s*([0-9]* \\||[-+@]).*|^\\s*\\S.*\\S {2,}\\S.*");

    private static final int DEEPER = 2;

    private LineWrap() {}

    /** The text, whose lines end with LF, with no sentence wider than {@code width} where a blank allows to break it. */
    public static String of(String text, int width) {
        String lines = text.lines().map(line -> line(line, width)).collect(Collectors.joining("\n"));
        return text.endsWith("\n") ? lines + "\n" : lines;
    }

    private static String line(String line, int width) {
        String plain = COLOUR.matcher(line).replaceAll("");
        if (columns(plain) <= width || IN_COLUMNS.matcher(plain).matches()) {
            return line;
        }
        int indent = plain.length() - plain.stripLeading().length();
        StringBuilder out = new StringBuilder(" ".repeat(indent));
        int at = indent;
        boolean first = true;
        for (String word : line.strip().split(" ", -1)) {
            int size = columns(COLOUR.matcher(word).replaceAll(""));
            if (!first && at + 1 + size > width) {
                out.append('\n').append(" ".repeat(indent + DEEPER));
                at = indent + DEEPER;
            } else if (!first) {
                out.append(' ');
                at++;
            }
            out.append(word);
            at += size;
            first = false;
        }
        return out.toString();
    }

    private static int columns(String text) {
        return text.codePoints().map(Columns::of).sum();
    }
}
