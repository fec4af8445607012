package io.falconer.ruleset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Falco's excerpt around a place: the line, at most 80 bytes on each side, and a caret under it (section 1.5). */
final class FalcoSnippet {
    private static final int REACH = 80;
    private static final String NOTHING = "<No context available>\n";

    private FalcoSnippet() {}

    /** The excerpt of {@code bytes}, a text in UTF-8, around {@code offset}, which may be after the end. */
    static String of(byte[] bytes, int offset) {
        if (bytes.length == 0) {
            return NOTHING;
        }
        int at = Math.min(offset, bytes.length - 1);
        while (at > 0 && bytes[at] == '\n') {
            at--;
        }
        int from = at;
        while (from > 0 && bytes[from] != '\n' && at - from < REACH) {
            from--;
        }
        int to = at;
        while (to < bytes.length - 1 && bytes[to] != '\n' && to - at < REACH) {
            to++;
        }
        from += bytes[from] == '\n' ? 1 : 0;
        to -= bytes[to] == '\n' ? 1 : 0;
        if (to < from) {
            return NOTHING;
        }
        return line(bytes, from, to, at) + "\n" + " ".repeat(Math.max(0, at - from)) + "^\n";
    }

    private static String line(byte[] bytes, int from, int to, int at) {
        byte[] line = Arrays.copyOfRange(bytes, from, to + 1);
        if (at - from >= REACH) {
            System.arraycopy(new byte[] {'.', '.', '.'}, 0, line, 0, 3);
        }
        if (to - at >= REACH) {
            System.arraycopy(new byte[] {'.', '.', '.'}, 0, line, line.length - 3, 3);
        }
        return new String(line, StandardCharsets.UTF_8);
    }
}
