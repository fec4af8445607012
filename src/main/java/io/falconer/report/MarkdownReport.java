package io.falconer.report;

import io.falconer.report.RuleTable.Wording;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.RuleProof;
import io.falconer.suite.Status;
import io.falconer.text.Severity;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The report in Markdown, for the summary of a job or a comment: the totals, a table of rules and a table of suites, and the
 * failures in sections that readers can unfold.
 */
public final class MarkdownReport implements Report {
    /** GitHub accepts a summary of at most 1 MiB. */
    private static final int MOST = 100;

    private final Detail detail;

    /** Creates a report with this much detail. */
    public MarkdownReport(Detail detail) {
        this.detail = detail;
    }

    @Override
    public String of(Results results) {
        List<Section> sections =
                Sections.of(results).stream().filter(this::isTold).toList();
        List<String> parts = new ArrayList<>();
        parts.add("### Falconer: " + (results.hold() ? "passed" : "failed") + "\n");
        Summary.of(results).forEach(line -> parts.add("**" + line.counts() + "**" + line.rest() + "\n"));
        table(results.policies()).ifPresent(parts::add);
        suites(sections).ifPresent(parts::add);
        parts.addAll(details(sections));
        results.coverage()
                .flatMap(new CoverageText(Style.PLAIN, detail)::lists)
                .ifPresent(lists -> parts.add(unfolded("Rules without a test", lists)));
        results.coverage()
                .flatMap(new PartsText(Style.PLAIN, detail)::of)
                .ifPresent(lists -> parts.add(unfolded("Coverage with effect", lists)));
        results.mutation()
                .flatMap(new MutationText(Style.PLAIN, detail)::of)
                .ifPresent(lists -> parts.add(unfolded("Changes of rules that no test notices", lists)));
        return String.join("\n", parts);
    }

    /** Whether the section has a row. A policy's rules have their own rows. */
    private boolean isTold(Section section) {
        return detail != Detail.FAILURES
                || section.cases().stream().anyMatch(e -> !e.problems().isEmpty());
    }

    private Optional<String> table(List<PolicyProof> policies) {
        List<List<String>> rows = new ArrayList<>();
        for (PolicyProof policy : policies) {
            for (RuleProof rule : policy.rules()) {
                if (detail != Detail.FAILURES || !rule.verdict().isGood()) {
                    rows.add(row(policy, rule));
                }
            }
        }
        return table(List.of("Policy", "Rule", "Verdict", "Fires", "Silent"), 3, rows);
    }

    private static List<String> row(PolicyProof policy, RuleProof rule) {
        return List.of(
                policy.policy(),
                rule.rule(),
                Wording.PROOF.of(rule.verdict()),
                RuleTable.share(rule.expected(true)),
                RuleTable.share(rule.expected(false)));
    }

    private static Optional<String> suites(List<Section> sections) {
        List<List<String>> rows = sections.stream()
                .filter(s -> s.kind() == Section.Kind.SUITE)
                .map(s -> List.of(
                        s.name(),
                        s.path(),
                        count(s, Status.PASSED),
                        Long.toString(s.failures()),
                        count(s, Status.ERROR),
                        count(s, Status.SKIPPED)))
                .toList();
        return table(List.of("Suite", "File", "Passed", "Failed", "Errors", "Skipped"), 2, rows);
    }

    private static String count(Section section, Status status) {
        return Long.toString(section.count(status));
    }

    private static Optional<String> table(List<String> head, int left, List<List<String>> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(Markdown.table(head, left, rows));
    }

    private static List<String> details(List<Section> sections) {
        List<String> parts = new ArrayList<>();
        for (Section section : sections) {
            if (section.kind() != Section.Kind.COVERAGE && section.kind() != Section.Kind.MUTATION) {
                section.cases().forEach(reported -> details(section, reported, parts));
            }
        }
        if (parts.size() <= MOST) {
            return parts;
        }
        List<String> first = new ArrayList<>(parts.subList(0, MOST));
        first.add("And " + (parts.size() - MOST) + " more; the other reports show them.\n");
        return first;
    }

    private static void details(Section section, ReportedCase reported, List<String> parts) {
        String name = section.name() + " > " + reported.name();
        List<ReportedProblem> problems = reported.problems(Severity.ERROR);
        if (!problems.isEmpty()) {
            String word =
                    switch (reported.status()) {
                        case ERROR -> "ERROR";
                        case UNRELIABLE -> "UNRELIABLE";
                        case PASSED, FAILED, SKIPPED -> "FAILED";
                    };
            parts.add(details(word, name, problems));
        }
        List<ReportedProblem> warnings = reported.problems(Severity.WARNING);
        if (!warnings.isEmpty()) {
            parts.add(details("WARNING", name, warnings));
        }
        reported.skip().ifPresent(why -> parts.add("Skipped: " + Markdown.inline(name + " (" + why + ")") + "\n"));
    }

    private static String details(String word, String name, List<ReportedProblem> problems) {
        return unfolded("<b>" + word + "</b> " + Markdown.html(name), ReportedCase.text(problems));
    }

    private static String unfolded(String summary, String text) {
        return "<details>\n<summary>" + summary + "</summary>\n\n" + Markdown.code(text) + "\n</details>\n";
    }
}
