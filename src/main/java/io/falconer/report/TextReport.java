package io.falconer.report;

import io.falconer.report.RuleTable.Wording;
import io.falconer.suite.BrokenSuite;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.RuleProof;
import io.falconer.suite.Status;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.TestResult;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The report for people, with tables of 80 columns: the rules as a table or the tests as a list, then every failure, and the
 * totals last, where a terminal shows them.
 */
public final class TextReport implements Report {
    private static final int WIDTH = 80;
    private static final String INDENT = " ".repeat(10);

    private final Style style;
    private final Detail detail;
    private final RuleTable table;
    private final FailureText failures;
    private final CoverageText coverage;

    /** Creates a report in {@code style}. */
    public TextReport(Style style, Detail detail) {
        this.style = style;
        this.detail = detail;
        this.coverage = new CoverageText(style, detail);
        this.table = new RuleTable(style, detail);
        this.failures = new FailureText(style);
    }

    @Override
    public String of(Results results) {
        List<Group> groups = groups(results);
        List<String> sections = new ArrayList<>();
        groups.stream().filter(this::isTold).forEach(g -> sections.add(g.title() + table.of(g.rules(), g.wording())));
        if (results.policies().isEmpty() && detail != Detail.FAILURES) {
            results.suites().forEach(s -> sections.add(tests(s)));
        }
        results.broken().forEach(suite -> sections.add(title("suite", suite.name(), suite.path()) + broken(suite)));
        results.proofs().forEach(proof -> failures.of(proof).ifPresent(sections::add));
        results.tests().forEach(test -> failures.of(test).ifPresent(sections::add));
        results.coverage().flatMap(coverage::lists).ifPresent(sections::add);
        results.coverage().flatMap(new PartsText(style, detail)::of).ifPresent(sections::add);
        results.mutation().flatMap(new MutationText(style, detail)::of).ifPresent(sections::add);
        sections.add(sum(results));
        return String.join("\n", sections);
    }

    /** Rules in one table. */
    private record Group(String title, List<RuleProof> rules, Wording wording) {}

    private boolean isTold(Group group) {
        return detail != Detail.FAILURES
                || group.rules().stream().anyMatch(r -> !r.verdict().isGood());
    }

    /** The rules of policies and those of suites that do not belong to a policy. */
    private List<Group> groups(Results results) {
        List<Group> groups = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (PolicyProof policy : results.policies()) {
            groups.add(new Group(title("policy", policy.policy(), policy.path()), policy.rules(), Wording.PROOF));
            policy.rules().forEach(r -> shown.add(r.rule()));
        }
        for (SuiteResult suite : results.policies().isEmpty() ? List.<SuiteResult>of() : results.suites()) {
            List<RuleProof> others = suite.rules().stream()
                    .filter(r -> !shown.contains(r.rule()))
                    .toList();
            if (!others.isEmpty()) {
                groups.add(new Group(title(suite), others, Wording.TEST));
            }
        }
        return groups;
    }

    private String tests(SuiteResult suite) {
        StringBuilder tests = new StringBuilder(title(suite));
        boolean isWide = suite.tests().stream().anyMatch(test -> test.status() == Status.UNRELIABLE);
        suite.tests().forEach(t -> tests.append(line(t, isWide ? "   " : "")));
        return tests.toString();
    }

    /** Why it cannot be run. The command also shows the errors with their places. */
    private String broken(BrokenSuite suite) {
        return suite.errors().stream()
                .map(error -> "  " + style.red("ERROR  ") + " "
                        + String.join(
                                "\n" + INDENT,
                                WrappedText.text(
                                        error.location()
                                                        .map(place -> place + ": ")
                                                        .orElse("")
                                                + error.message(),
                                        WIDTH - INDENT.length()))
                        + "\n")
                .collect(Collectors.joining());
    }

    private String title(SuiteResult suite) {
        return title(
                "suite", suite.suite().name(), suite.suite().location().source().name());
    }

    private String title(String kind, String name, String path) {
        return style.bold(kind + " " + PrintableText.shown(name)) + " " + style.dim(PrintableText.shown(path)) + "\n\n";
    }

    /** @param pad more blanks after shorter words, if the longest word occurs */
    private String line(TestResult result, String pad) {
        String word =
                switch (result.status()) {
                    case PASSED -> style.green("passed ") + pad;
                    case FAILED -> style.red("FAILED ") + pad;
                    case UNRELIABLE -> style.red("UNRELIABLE");
                    case ERROR -> style.red("ERROR  ") + pad;
                    case SKIPPED -> style.yellow("skipped") + pad;
                };
        String why = result.test()
                .skip()
                .map(s -> style.dim(" (" + PrintableText.shown(s) + ")"))
                .orElse("");
        String indent = INDENT + pad;
        List<String> name = WrappedText.text(result.test().name(), WIDTH - indent.length());
        return "  " + word + " " + String.join("\n" + indent, name) + why + "\n";
    }

    private String sum(Results results) {
        return Summary.of(results).stream()
                .map(l -> style.bold(colour(l.tone(), l.counts())) + l.rest() + "\n")
                .collect(Collectors.joining());
    }

    private String colour(Summary.Tone tone, String line) {
        return switch (tone) {
            case GOOD -> style.green(line);
            case INCOMPLETE -> style.yellow(line);
            case BAD -> style.red(line);
        };
    }
}
