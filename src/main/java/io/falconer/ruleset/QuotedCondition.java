package io.falconer.ruleset;

import io.falconer.text.ByteOffsets;
import io.falconer.text.ByteText;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The text of a condition. Falco counts places in it, and quotes it. A condition may have thousands of places with warnings.
 */
final class QuotedCondition {
    private final String text;
    private final byte[] bytes;
    private final ByteOffsets offsets;

    /** The starts of lines. Here, CR also ends a line. */
    private final int[] lines;

    QuotedCondition(String text) {
        this.text = text;
        this.bytes = ByteText.encode(text);
        this.offsets = ByteOffsets.of(text);
        this.lines = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n' || text.charAt(i) == '\r')
                                .map(i -> i + 1))
                .toArray();
    }

    String text() {
        return text;
    }

    /**
     * A place in the condition, added to the start of the condition's parent. Falco adds the parser's line and column, which
     * count from 1, to marks, which count from 0.
     */
    LoadLocation.Position position(int offset, LoadLocation.Position parent) {
        int clipped = Math.min(offset, text.length());
        int found = Arrays.binarySearch(lines, clipped);
        int line = found >= 0 ? found : -found - 2;
        int before = offsets.at(clipped);
        return new LoadLocation.Position(
                parent.line() + line + 1,
                parent.column() + before - offsets.at(lines[line]) + 1,
                parent.offset() + before);
    }

    /** Falco's excerpt around a byte. */
    String snippet(int offset) {
        return FalcoSnippet.of(bytes, offset);
    }
}
