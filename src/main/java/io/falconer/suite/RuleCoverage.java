package io.falconer.suite;

import io.falconer.coverage.Obligation;
import java.util.List;

/**
 * What tests show of the parts of one rule.
 *
 * @param fired the number of tests that fire it
 * @param counts all obligations in the order of the condition
 */
public record RuleCoverage(RuleName rule, int fired, List<Count> counts) {
    public RuleCoverage {
        counts = List.copyOf(counts);
    }

    /**
     * An obligation.
     *
     * @param tests the number of tests that show it
     */
    public record Count(Obligation obligation, int tests) {}

    /** The number of obligations that a test shows. */
    public long shown() {
        return counts.stream().filter(each -> each.tests() > 0).count();
    }

    /** The obligations that no test shows. */
    public List<Obligation> missing() {
        return counts.stream()
                .filter(each -> each.tests() == 0)
                .map(Count::obligation)
                .toList();
    }

    /** The percentage that is shown, rounded down. */
    public int percent() {
        return Coverage.percent(shown(), counts.size());
    }
}
