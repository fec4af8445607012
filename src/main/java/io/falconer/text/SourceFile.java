package io.falconer.text;

import java.util.Arrays;

/**
 * A text that a user wrote, with its name for messages. Lines end with LF, CR LF or CR. A byte order mark is not part of the
 * text.
 */
public final class SourceFile {
    private final String name;
    private final String text;
    private final boolean hasByteOrderMark;
    private final int[] lineStarts;

    private SourceFile(String name, String text, boolean hasByteOrderMark) {
        this.name = name;
        this.text = text;
        this.hasByteOrderMark = hasByteOrderMark;
        this.lineStarts = lineStarts(text);
    }

    /** A source with this text, named {@code name}, which is a path as the user gave it. */
    public static SourceFile of(String name, String text) {
        boolean marked = text.startsWith("\uFEFF");
        return new SourceFile(name, marked ? text.substring(1) : text, marked);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** Whether a byte order mark was before the text. */
    public boolean hasByteOrderMark() {
        return hasByteOrderMark;
    }

    /** The number of lines, at least 1. */
    public int lines() {
        return lineStarts.length;
    }

    /** Line and column of {@code offset}. Offsets after the end give the end. */
    public Position position(int offset) {
        int clipped = Math.max(0, Math.min(offset, text.length()));
        int found = Arrays.binarySearch(lineStarts, clipped);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, text.codePointCount(lineStarts[line], clipped) + 1);
    }

    /** The text of a line, counted from 1, without its line end. */
    public String line(int line) {
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        int start = lineStarts[line - 1];
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The offset at which a line, counted from 1, starts. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    @Override
    public String toString() {
        return name;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
