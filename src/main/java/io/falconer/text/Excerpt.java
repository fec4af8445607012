package io.falconer.text;

/**
 * A line cut to fit a terminal, around a stretch of it.
 *
 * @param text the text to show; tabs are blanks, and {@code ...} replaces what is cut away
 * @param indent the column, from 0, at which the stretch starts
 * @param width the number of columns of the stretch that are shown
 */
record Excerpt(String text, int indent, int width) {
    private static final String CUT = "...";

    /** {@code line} with the stretch {@code from..to} (UTF-16 offsets) in at most {@code columns} columns. */
    static Excerpt of(String line, int from, int to, int columns) {
        if (columns(line, 0, line.length(), columns) <= columns) {
            return new Excerpt(shown(line, 0, line.length()), columns(line, 0, from), columns(line, from, to));
        }
        int room = columns - 2 * CUT.length();
        int left = back(line, from, Math.max(0, room - Math.min(columns(line, from, to, room), room)) / 2);
        int right = forth(line, left, room);
        left = right == line.length() ? back(line, right, room) : left;
        left = Math.min(left, from);
        String before = left > 0 ? CUT : "";
        String after = right < line.length() ? CUT : "";
        int end = Math.max(from, Math.min(to, right));
        return new Excerpt(
                before + shown(line, left, right) + after,
                before.length() + columns(line, left, from),
                columns(line, from, end));
    }

    /** The offset from which the text up to {@code offset} takes at most {@code columns}. */
    private static int back(String line, int offset, int columns) {
        int at = offset;
        int used = 0;
        while (at > 0) {
            int c = line.codePointBefore(at);
            used += Columns.of(c);
            if (used > columns) {
                break;
            }
            at -= Character.charCount(c);
        }
        return at;
    }

    /** The offset up to which the text from {@code offset} on takes at most {@code columns}. */
    private static int forth(String line, int offset, int columns) {
        int at = offset;
        int used = 0;
        while (at < line.length()) {
            int c = line.codePointAt(at);
            used += Columns.of(c);
            if (used > columns) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static int columns(String line, int from, int to) {
        return columns(line, from, to, Integer.MAX_VALUE);
    }

    /** The columns of a stretch. Counting stops after {@code enough}. */
    private static int columns(String line, int from, int to, int enough) {
        int used = 0;
        for (int i = from; i < to && used <= enough; i += Character.charCount(line.codePointAt(i))) {
            used += Columns.of(line.codePointAt(i));
        }
        return used;
    }

    private static String shown(String line, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        line.substring(from, to).codePoints().forEach(c -> Columns.printable(c)
                .ifPresentOrElse(out::appendCodePoint, () -> out.append(" ".repeat(Columns.TAB))));
        return out.toString();
    }
}
