package io.falconer.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An exception or {@code not} clause that did not silence a rule.
 *
 * @param clause the value of the exception that is nearest, or the clause
 * @param missed what would have to change so that it silences the rule
 */
public record NearSilence(Part clause, List<Change> missed) {
    static final Comparator<NearSilence> NEAREST = Comparator.comparing(NearSilence::missed, Change.NEAREST);

    public NearSilence {
        missed = List.copyOf(missed);
    }

    /** Whether a value that the event has would have to differ, or another one would do. */
    public boolean isNear() {
        return clause instanceof Part.Tuple || missed.stream().noneMatch(Change::isAbsent);
    }

    /** The clauses of a condition that holds, the nearest first; of an exception, its nearest value. */
    static List<NearSilence> of(Part condition) {
        List<NearSilence> found = new ArrayList<>();
        collect(condition, found);
        found.sort(NEAREST);
        return found;
    }

    private static void collect(Part part, List<NearSilence> found) {
        switch (part) {
            case Part.Excepted exception ->
                exception.values().stream()
                        .map(value -> new NearSilence(value, Change.toFlip(value)))
                        .min(NEAREST)
                        .ifPresent(found::add);
            case Part.Negation negation -> found.add(new NearSilence(negation, Change.toFlip(negation)));
            case Part.Macro macro -> collect(macro.inner(), found);
            case Part.Junction junction ->
                junction.parts().stream().filter(Part::holds).forEach(each -> collect(each, found));
            case Part.Tuple tuple -> {}
            case Part.Check check -> {}
        }
    }
}
