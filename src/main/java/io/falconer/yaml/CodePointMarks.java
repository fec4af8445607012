package io.falconer.yaml;

import java.util.Arrays;
import org.yaml.snakeyaml.error.Mark;

/** Converts SnakeYAML's marks, which count code points, to UTF-16 offsets. */
final class CodePointMarks {
    /** The code point indexes of the supplementary characters, ascending. */
    private final int[] supplementary;

    private final int length;

    private CodePointMarks(int[] supplementary, int length) {
        this.supplementary = supplementary;
        this.length = length;
    }

    static CodePointMarks of(String text) {
        int[] found = new int[8];
        int count = 0;
        for (int i = 0, index = 0; i < text.length(); i++, index++) {
            if (Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = index;
                i++;
            }
        }
        return new CodePointMarks(Arrays.copyOf(found, count), text.length());
    }

    int offset(Mark mark) {
        int place = Arrays.binarySearch(supplementary, mark.getIndex());
        int before = place >= 0 ? place : -place - 1;
        return Math.min(mark.getIndex() + before, length);
    }
}
