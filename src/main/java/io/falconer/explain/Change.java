package io.falconer.explain;

import java.util.Comparator;
import java.util.List;

/**
 * A check, or a value of an exception, that would have to have the other result.
 *
 * @param part a {@link Part.Check} or {@link Part.Tuple}
 */
public record Change(Part part) {
    /** Few changes come before many, and values that nearly match before others and before absent ones. */
    static final Comparator<List<Change>> NEAREST = Comparator.<List<Change>>comparingInt(List::size)
            .thenComparingInt(
                    changes -> changes.stream().mapToInt(Change::distance).sum());

    /**
     * The fewest changes that give {@code part} the other result, in the order of the condition; none if no changes do. Of several
     * equally small sets, it is the one whose values are nearest to what they would have to be.
     */
    public static List<Change> toFlip(Part part) {
        return new Flips(part).fewest();
    }

    /** The check as it would have to hold: after {@code not} if it holds and must not. */
    public String text() {
        return part instanceof Part.Check && part.holds() ? "not " + part.text() : part.text();
    }

    /** What is the same for equal checks, which read the same wherever they are. */
    String key() {
        return key(part);
    }

    static String key(Part part) {
        return part instanceof Part.Check check ? check.canonical() : part.text();
    }

    /** Whether the check reads a value that the event does not have. */
    boolean isAbsent() {
        return part instanceof Part.Check check && check.absence().isPresent();
    }

    private int distance() {
        if (!(part instanceof Part.Check check) || check.item().isPresent()) {
            return 0;
        }
        return isAbsent() ? 2 : 1;
    }
}
