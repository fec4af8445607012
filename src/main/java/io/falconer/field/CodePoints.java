package io.falconer.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A set of Unicode code points.
 *
 * @param ranges sorted, with gaps between them
 */
public record CodePoints(List<Range> ranges) {
    /** The code points from {@code low} to {@code high}, inclusive. */
    public record Range(int low, int high) {}

    /** The union of {@code ranges}, which may be in any order. */
    public CodePoints {
        ranges = ranges.size() == 1 ? List.copyOf(ranges) : merged(ranges);
    }

    private static List<Range> merged(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Range::low));
        List<Range> merged = new ArrayList<>();
        for (Range range : sorted) {
            Range last = merged.isEmpty() ? range : merged.removeLast();
            if (range.low() > last.high() + 1) {
                merged.add(last);
                last = range;
            }
            merged.add(new Range(last.low(), Math.max(last.high(), range.high())));
        }
        return List.copyOf(merged);
    }

    static CodePoints of(int codePoint) {
        return new CodePoints(List.of(new Range(codePoint, codePoint)));
    }

    /** The ASCII characters that {@code member} accepts. */
    static CodePoints ascii(IntPredicate member) {
        List<Range> ranges = new ArrayList<>();
        for (int c = 0; c < 0x80; c++) {
            if (member.test(c)) {
                ranges.add(new Range(c, c));
            }
        }
        return new CodePoints(ranges);
    }

    CodePoints complement() {
        List<Range> gaps = new ArrayList<>();
        int next = 0;
        for (Range range : ranges) {
            if (range.low() > next) {
                gaps.add(new Range(next, range.low() - 1));
            }
            next = range.high() + 1;
        }
        if (next <= Character.MAX_CODE_POINT) {
            gaps.add(new Range(next, Character.MAX_CODE_POINT));
        }
        return new CodePoints(gaps);
    }
}
