package io.falconer.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that the user probably meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * The one of {@code known} that {@code written} resembles most, if it resembles any: at most a third of its letters, but at
     * least one, may differ. Case is ignored.
     */
    public static Optional<String> to(String written, Collection<String> known) {
        int most = Math.max(1, written.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(most);
        String lower = written.toLowerCase(Locale.ROOT);
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(name -> new Candidate(name, distance.apply(lower, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** A hint: {@code did you mean "limits"?} if a name is near, otherwise the known names. */
    public static String hint(String written, Collection<String> known) {
        return to(written, known)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> known.isEmpty()
                        ? "nothing is allowed here"
                        : "known: " + String.join(", ", new LinkedHashSet<>(known)));
    }
}
