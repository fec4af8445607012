package io.falconer.language;

import io.falconer.field.CodePoints;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Classes of code points, numbered from 0, such that each of several sets is a union of classes. A newline has its own class.
 */
final class CodePointClasses {
    private static final CodePoints NEWLINE = new CodePoints(List.of(new CodePoints.Range('\n', '\n')));

    /** The classes by the first code point of each stretch of code points with the same class. */
    private final NavigableMap<Integer, Integer> stretches = new TreeMap<>();

    private final int count;

    CodePointClasses(List<CodePoints> sets) {
        List<CodePoints> all = new ArrayList<>(sets);
        all.add(NEWLINE);
        NavigableMap<Integer, BitSet> changes = new TreeMap<>();
        changes.put(0, new BitSet());
        for (int i = 0; i < all.size(); i++) {
            for (CodePoints.Range range : all.get(i).ranges()) {
                changes.computeIfAbsent(range.low(), c -> new BitSet()).flip(i);
                changes.computeIfAbsent(range.high() + 1, c -> new BitSet()).flip(i);
            }
        }
        Map<BitSet, Integer> numbers = new HashMap<>();
        BitSet member = new BitSet();
        changes.forEach((codePoint, flipped) -> {
            member.xor(flipped);
            stretches.put(codePoint, numbers.computeIfAbsent((BitSet) member.clone(), m -> numbers.size()));
        });
        this.count = numbers.size();
    }

    int count() {
        return count;
    }

    int classOf(int codePoint) {
        return stretches.floorEntry(codePoint).getValue();
    }

    /** Whether all code points from {@code low} to {@code high} are in one class. */
    boolean isUniform(int low, int high) {
        return stretches.subMap(low, false, high, true).isEmpty();
    }

    /** The classes that make up {@code set}. */
    BitSet classesOf(CodePoints set) {
        BitSet result = new BitSet();
        for (CodePoints.Range range : set.ranges()) {
            result.set(classOf(range.low()));
            stretches.subMap(range.low(), false, range.high(), true).values().forEach(result::set);
        }
        return result;
    }
}
