package io.falconer.ruleset;

import io.falconer.text.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A rules file with what places in it are worked out from: Falco counts bytes of UTF-8, and lines end at LF only. */
final class RulesFile {
    private final SourceFile source;
    private final byte[] utf8;

    /** The UTF-16 offsets at which lines begin, and the same places in bytes. */
    private final int[] lines;

    private final int[] lineBytes;

    RulesFile(SourceFile source) {
        this.source = source;
        this.utf8 = source.text().getBytes(StandardCharsets.UTF_8);
        int count = 1 + (int) source.text().chars().filter(c -> c == '\n').count();
        this.lines = new int[count];
        this.lineBytes = new int[count];
        for (int line = 1; line < count; line++) {
            lines[line] = source.text().indexOf('\n', lines[line - 1]) + 1;
            lineBytes[line] = lineBytes[line - 1] + bytes(lines[line - 1], lines[line]);
        }
    }

    SourceFile source() {
        return source;
    }

    /** yaml-cpp's mark at a UTF-16 offset. */
    LoadLocation.Position position(int offset) {
        int clipped = Math.min(offset, source.text().length());
        int found = Arrays.binarySearch(lines, clipped);
        int line = found >= 0 ? found : -found - 2;
        int column = bytes(lines[line], clipped);
        return new LoadLocation.Position(line, column, lineBytes[line] + column);
    }

    /** Falco's excerpt around a byte of the file. */
    String snippet(int offset) {
        return FalcoSnippet.of(utf8, offset);
    }

    private int bytes(int from, int to) {
        return source.text().substring(from, to).getBytes(StandardCharsets.UTF_8).length;
    }
}
