package io.falconer.yaml.cpp;

import io.falconer.text.ByteOffsets;
import io.falconer.text.SourceFile;
import java.util.Arrays;

/** yaml-cpp's marks of all places in a text. */
public final class Marks {
    private final String text;
    private final ByteOffsets offsets;

    /** The UTF-16 offsets at which lines start, and the same places in bytes. */
    private final int[] lines;

    private final int[] positions;

    private Marks(String text, int[] lines, int[] positions) {
        this.text = text;
        this.offsets = ByteOffsets.of(text);
        this.lines = lines;
        this.positions = positions;
    }

    /** The marks of {@code source}. */
    public static Marks of(SourceFile source) {
        CharacterStream input = new CharacterStream(source);
        int[] lines = new int[64];
        int[] positions = new int[64];
        int count = 1;
        while (!input.isAtEnd()) {
            input.skipTo(StopCharacters.LINE);
            input.next();
            if (input.line() == count) {
                if (count == lines.length) {
                    lines = Arrays.copyOf(lines, count * 2);
                    positions = Arrays.copyOf(positions, count * 2);
                }
                lines[count] = input.offset();
                positions[count++] = input.mark().position();
            }
        }
        return new Marks(source.text(), Arrays.copyOf(lines, count), Arrays.copyOf(positions, count));
    }

    /** The mark at a UTF-16 offset. The end of the text counts as the start of its last line. */
    public Mark at(int offset) {
        int clipped = Math.min(offset, text.length());
        int found = Arrays.binarySearch(lines, clipped);
        int line = found >= 0 ? found : -found - 2;
        int bytes = offsets.at(clipped) - offsets.at(lines[line]);
        return new Mark(line, clipped == text.length() ? 0 : bytes, positions[line] + bytes, clipped);
    }
}
