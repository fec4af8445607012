package io.falconer.explain;

import java.util.Locale;
import java.util.OptionalInt;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How nearly a person would call two texts the same. */
final class Resemblance {
    /** Shorter texts are in many others. */
    private static final int SHORTEST = 3;

    /** The distance of longer texts takes too long. */
    private static final int LONGEST = 200;

    private Resemblance() {}

    /**
     * The number of letters that differ, if one text contains the other or at most a third of the letters differ. Case is
     * ignored.
     */
    static OptionalInt distance(String constant, String seen) {
        String one = constant.toLowerCase(Locale.ROOT);
        String other = seen.toLowerCase(Locale.ROOT);
        int difference = Math.abs(one.length() - other.length());
        if (Math.min(one.length(), other.length()) >= SHORTEST && (one.contains(other) || other.contains(one))) {
            return OptionalInt.of(difference);
        }
        int most = Math.max(1, other.length() / 3);
        if (difference > most || other.length() > LONGEST) {
            return OptionalInt.empty();
        }
        int distance = new LevenshteinDistance(most).apply(other, one);
        return distance >= 0 ? OptionalInt.of(distance) : OptionalInt.empty();
    }
}
