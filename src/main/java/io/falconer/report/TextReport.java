package io.falconer.report;

import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.RuleProof;
import io.falconer.suite.RuleProof.Verdict;
import io.falconer.suite.Status;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.TestResult;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The report for people, 80 columns wide: a table of the rules with what fired them and what did not, then everything that
 * is otherwise than expected, then the sum.
 */
public final class TextReport implements Report {
    private final Style style;
    private final RuleTable table;
    private final FailureText failures;

    /** A report in {@code style}. */
    public TextReport(Style style) {
        this.style = style;
        this.table = new RuleTable(style);
        this.failures = new FailureText(style);
    }

    @Override
    public String of(Results results) {
        List<String> sections = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (PolicyProof policy : results.policies()) {
            String title = style.bold("policy " + policy.policy()) + style.dim(" " + policy.path());
            sections.add(title + "\n\n" + table.of(policy.rules(), RuleTable.Wording.PROOF));
            policy.rules().forEach(r -> shown.add(r.rule()));
        }
        for (SuiteResult suite : results.suites()) {
            suite(suite, results, shown, sections);
        }
        results.proofs().forEach(proof -> failures.of(proof).ifPresent(sections::add));
        results.tests().forEach(test -> failures.of(test).ifPresent(sections::add));
        sections.add(sum(results));
        return String.join("\n", sections);
    }

    /** A suite's rules but those that a policy's table shows already, and its tests if there is no policy. */
    private void suite(SuiteResult suite, Results results, Set<String> shown, List<String> sections) {
        String title = style.bold("suite " + suite.suite().name())
                + style.dim(" " + suite.suite().location().source().name());
        List<RuleProof> others =
                suite.rules().stream().filter(r -> !shown.contains(r.rule())).toList();
        if (results.policies().isEmpty()) {
            StringBuilder tests = new StringBuilder(title + "\n\n");
            suite.tests().forEach(t -> tests.append(line(t)));
            sections.add(tests.toString());
        } else if (!others.isEmpty()) {
            sections.add(title + "\n\n" + table.of(others, RuleTable.Wording.TEST));
        }
    }

    private String line(TestResult result) {
        String word =
                switch (result.status()) {
                    case PASSED -> style.green("passed ");
                    case FAILED -> style.red("FAILED ");
                    case ERROR -> style.red("ERROR  ");
                    case SKIPPED -> style.yellow("skipped");
                };
        String why = result.test().skip().map(s -> style.dim(" (" + s + ")")).orElse("");
        return "  " + word + " " + result.test().name() + why + "\n";
    }

    private String sum(Results results) {
        List<String> lines = new ArrayList<>();
        String events = Counted.of(results.events(), "event") + " replayed";
        if (!results.policies().isEmpty()) {
            long failed = results.count(Verdict.FAILED);
            long unproven = results.count(Verdict.UNPROVEN);
            String line = Counted.of(results.count(Verdict.PROVEN), "rule") + " proven, " + failed + " failed"
                    + (unproven == 0 ? "" : ", " + unproven + " not proven");
            lines.add(colour(failed + unproven == 0, line) + "; " + events);
        }
        if (!results.suites().isEmpty()) {
            long failed = results.count(Status.FAILED);
            long errors = results.count(Status.ERROR);
            long skipped = results.count(Status.SKIPPED);
            String line = Counted.of(results.count(Status.PASSED), "test") + " passed, " + failed + " failed"
                    + (errors == 0 ? "" : ", " + errors + " could not be run")
                    + (skipped == 0 ? "" : ", " + skipped + " skipped");
            String where = " in " + Counted.of(results.suites().size(), "suite");
            lines.add(colour(failed + errors == 0, line) + where + (lines.isEmpty() ? "; " + events : ""));
        }
        return String.join("\n", lines) + "\n";
    }

    private String colour(boolean good, String line) {
        return style.bold(good ? style.green(line) : style.red(line));
    }
}
