package io.falconer.field;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The places in a regular expression between which a text moves (Thompson's construction): each waits for a character of a set,
 * or leads on to others at once. Place {@link #END} is after the whole expression.
 */
final class RegexPlaces {
    /** The place where the text must end. */
    static final int END = 0;

    /** The maximum number of places. */
    private static final int MOST = 1000;

    private static final int DEEPEST = 100;

    /** What a place waits for; the empty set if it leads on at once. */
    private final List<CodePoints> sets = new ArrayList<>();

    private final List<int[]> next = new ArrayList<>();
    private final int start;

    private RegexPlaces(RegexTree tree) {
        place(new CodePoints(List.of()));
        this.start = before(tree, END);
    }

    /** The places of a {@linkplain #isSmall small} expression. */
    static RegexPlaces of(RegexTree tree) {
        return new RegexPlaces(tree);
    }

    /** Whether the expression has few places and looks at nothing but characters. */
    static boolean isSmall(RegexTree tree) {
        return count(tree, 0) <= MOST;
    }

    private static long count(RegexTree tree, int depth) {
        if (depth > DEEPEST) {
            return MOST + 1L;
        }
        return switch (tree) {
            case RegexTree.Characters characters -> 1;
            case RegexTree.LineStart line -> MOST + 1L;
            case RegexTree.LineEnd line -> MOST + 1L;
            case RegexTree.Sequence(List<RegexTree> parts) -> 1 + sum(parts, depth);
            case RegexTree.Choice(List<RegexTree> branches) -> 1 + sum(branches, depth);
            case RegexTree.Repeat(RegexTree part, int low, int high) ->
                Math.min(MOST + 1L, (count(part, depth + 1) + 1) * (1 + Math.max(low, high)));
        };
    }

    private static long sum(List<RegexTree> parts, int depth) {
        return parts.stream().mapToLong(part -> count(part, depth + 1)).sum();
    }

    int start() {
        return start;
    }

    List<CodePoints> sets() {
        return sets;
    }

    /** The places that follow those of {@code at} that wait for a set with this character. */
    List<Integer> after(BitSet at, int character) {
        List<Integer> reached = new ArrayList<>();
        for (int place = at.nextSetBit(0); place >= 0; place = at.nextSetBit(place + 1)) {
            if (contains(sets.get(place), character)) {
                reached.add(next.get(place)[0]);
            }
        }
        return reached;
    }

    private static boolean contains(CodePoints set, int character) {
        return set.ranges().stream().anyMatch(range -> range.low() <= character && character <= range.high());
    }

    /** These places and all that they lead on to at once. */
    BitSet closure(List<Integer> from) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            int place = open.pop();
            if (!reached.get(place)) {
                reached.set(place);
                if (sets.get(place).ranges().isEmpty()) {
                    for (int other : next.get(place)) {
                        open.push(other);
                    }
                }
            }
        }
        return reached;
    }

    /** The place before an expression that is before the place {@code after}. */
    private int before(RegexTree tree, int after) {
        return switch (tree) {
            case RegexTree.Characters(CodePoints set) when set.ranges().isEmpty() -> place(set);
            case RegexTree.Characters(CodePoints set) -> place(set, after);
            case RegexTree.Sequence(List<RegexTree> parts) -> {
                int place = after;
                for (RegexTree part : parts.reversed()) {
                    place = before(part, place);
                }
                yield place;
            }
            case RegexTree.Choice(List<RegexTree> branches) ->
                place(
                        new CodePoints(List.of()),
                        branches.stream()
                                .mapToInt(branch -> before(branch, after))
                                .toArray());
            case RegexTree.Repeat(RegexTree part, int low, int high) -> {
                int place = high == RegexTree.UNBOUNDED ? loop(part, after) : optional(part, high - low, after);
                for (int i = 0; i < low; i++) {
                    place = before(part, place);
                }
                yield place;
            }
            case RegexTree.LineStart line -> throw new IllegalArgumentException("not small");
            case RegexTree.LineEnd line -> throw new IllegalArgumentException("not small");
        };
    }

    private int loop(RegexTree part, int after) {
        int loop = place(new CodePoints(List.of()), after);
        next.set(loop, new int[] {before(part, loop), after});
        return loop;
    }

    private int optional(RegexTree part, int times, int after) {
        int place = after;
        for (int i = 0; i < times; i++) {
            place = place(new CodePoints(List.of()), before(part, place), after);
        }
        return place;
    }

    private int place(CodePoints set, int... following) {
        sets.add(set);
        next.add(following);
        return sets.size() - 1;
    }
}
