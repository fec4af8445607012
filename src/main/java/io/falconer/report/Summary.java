package io.falconer.report;

import io.falconer.suite.Coverage;
import io.falconer.suite.Results;
import io.falconer.suite.RuleProof.Verdict;
import io.falconer.suite.Status;
import java.util.ArrayList;
import java.util.List;

/** The numbers of rules and tests by result, in words. */
final class Summary {
    private Summary() {}

    /**
     * A line of the totals.
     *
     * @param tone whether all that it counts is good
     * @param counts the numbers
     * @param rest additional text
     */
    record Line(Tone tone, String counts, String rest) {
        @Override
        public String toString() {
            return counts + rest;
        }
    }

    /** What a line means. */
    enum Tone {
        GOOD,
        /** Nothing failed, but something is left to do. */
        INCOMPLETE,
        BAD;

        private static Tone of(boolean good) {
            return good ? GOOD : BAD;
        }
    }

    /**
     * One line for the rules of policies, one for the tests of suites, one for their coverage, and one for versions in which
     * rules do not load. A line without content is left out.
     */
    static List<Line> of(Results results) {
        List<Line> lines = new ArrayList<>(counts(results));
        if (!results.broken().isEmpty()) {
            lines.add(new Line(Tone.BAD, Plural.of(results.broken().size(), "suite") + " could not be run", ""));
        }
        results.coverage().map(Summary::coverage).ifPresent(lines::add);
        results.coverage()
                .filter(coverage -> coverage.request().measured())
                .map(Summary::parts)
                .ifPresent(lines::add);
        results.mutation()
                .map(mutation -> new Line(
                        !mutation.isEnough() ? Tone.BAD : mutation.alive().isEmpty() ? Tone.GOOD : Tone.INCOMPLETE,
                        MutationText.counts(mutation),
                        mutation.isEnough()
                                ? ""
                                : "; at least " + mutation.minimum().orElseThrow() + " % is required"))
                .ifPresent(lines::add);
        if (!results.unloadable().isEmpty()) {
            String versions = String.join(", ", results.unloadable().keySet());
            lines.add(new Line(Tone.BAD, "rules do not load in Falco " + versions, ""));
        }
        return lines;
    }

    private static Line parts(Coverage coverage) {
        String counts = "coverage with effect: "
                + (coverage.obligations() == 0
                        ? "nothing to measure"
                        : coverage.percent() + " % (" + coverage.shown() + " of " + coverage.obligations() + ")");
        Tone tone = !coverage.isEnough()
                ? Tone.BAD
                : coverage.shown() == coverage.obligations() ? Tone.GOOD : Tone.INCOMPLETE;
        return new Line(
                tone,
                counts,
                coverage.isEnough()
                        ? ""
                        : "; at least " + coverage.request().minimum().orElseThrow() + " % is required");
    }

    private static Line coverage(Coverage coverage) {
        String counts = Plural.of(coverage.rules(), "rule") + ": "
                + (coverage.rules() - coverage.unfired().size()) + " fired by a test, "
                + (coverage.rules() - coverage.unsilenced().size()) + " kept silent by a test";
        Tone tone = coverage.isComplete() ? Tone.GOOD : coverage.required() ? Tone.BAD : Tone.INCOMPLETE;
        return new Line(tone, counts, tone == Tone.BAD ? "; coverage is required" : "");
    }

    private static String some(long count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }

    private static List<Line> counts(Results results) {
        List<Line> lines = new ArrayList<>();
        String events = "; " + Plural.of(results.events(), "event") + " replayed";
        if (!results.policies().isEmpty()) {
            long failed = results.count(Verdict.FAILED) + results.count(Verdict.REFUTED);
            String counts = Plural.of(results.count(Verdict.PROVED), "rule") + " proved"
                    + some(results.count(Verdict.ANNOUNCED), "announced")
                    + some(results.count(Verdict.UNDECIDED), "undecided")
                    + some(results.count(Verdict.TESTED), "tested") + ", " + failed + " failed"
                    + unreliable(results.count(Verdict.UNRELIABLE))
                    + some(results.count(Verdict.UNTESTED), "not tested");
            lines.add(new Line(
                    Tone.of(results.proofs().stream()
                            .allMatch(proof -> proof.verdict().isGood())),
                    counts,
                    events));
        }
        if (!results.suites().isEmpty()) {
            long failed = results.count(Status.FAILED);
            long unreliable = results.count(Status.UNRELIABLE);
            long errors = results.count(Status.ERROR);
            long skipped = results.count(Status.SKIPPED);
            String counts = Plural.of(results.count(Status.PASSED), "test") + " passed, " + failed + " failed"
                    + unreliable(unreliable)
                    + (errors == 0 ? "" : ", " + errors + " could not be run")
                    + (skipped == 0 ? "" : ", " + skipped + " skipped");
            String where = " in " + Plural.of(results.suites().size(), "suite");
            lines.add(new Line(
                    Tone.of(failed + unreliable + errors == 0), counts, where + (lines.isEmpty() ? events : "")));
        }
        return lines;
    }

    private static String unreliable(long count) {
        return count == 0 ? "" : ", " + count + " unreliable";
    }
}
