package io.falconer.report;

import io.falconer.suite.Results;
import io.falconer.suite.RuleProof.Verdict;
import io.falconer.suite.Status;
import java.util.ArrayList;
import java.util.List;

/** How many rules and tests there are of each kind, in words. */
final class Sum {
    private Sum() {}

    /**
     * A line of the sum.
     *
     * @param good whether everything that it counts holds
     * @param counts the numbers that say so
     * @param rest what else there is to say
     */
    record Line(boolean good, String counts, String rest) {
        @Override
        public String toString() {
            return counts + rest;
        }
    }

    /** One line for the rules of policies and one for the tests of suites, where there are such. */
    static List<Line> of(Results results) {
        List<Line> lines = new ArrayList<>();
        String events = "; " + Counted.of(results.events(), "event") + " replayed";
        if (!results.policies().isEmpty()) {
            long failed = results.count(Verdict.FAILED);
            long unproven = results.count(Verdict.UNPROVEN);
            String counts = Counted.of(results.count(Verdict.PROVEN), "rule") + " proven, " + failed + " failed"
                    + (unproven == 0 ? "" : ", " + unproven + " not proven");
            lines.add(new Line(failed + unproven == 0, counts, events));
        }
        if (!results.suites().isEmpty()) {
            long failed = results.count(Status.FAILED);
            long errors = results.count(Status.ERROR);
            long skipped = results.count(Status.SKIPPED);
            String counts = Counted.of(results.count(Status.PASSED), "test") + " passed, " + failed + " failed"
                    + (errors == 0 ? "" : ", " + errors + " could not be run")
                    + (skipped == 0 ? "" : ", " + skipped + " skipped");
            String where = " in " + Counted.of(results.suites().size(), "suite");
            lines.add(new Line(failed + errors == 0, counts, where + (lines.isEmpty() ? events : "")));
        }
        return lines;
    }
}
