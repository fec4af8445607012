package io.falconer.report;

import io.falconer.report.RuleTable.Wording;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.RuleProof;
import io.falconer.suite.Status;
import io.falconer.text.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * The report in Markdown, for the summary of a job or a comment: the sum, a table of rules and one of suites, and everything
 * that is otherwise than expected to be unfolded.
 */
public final class MarkdownReport implements Report {
    @Override
    public String of(Results results) {
        List<Section> sections = Sections.of(results);
        List<String> parts = new ArrayList<>();
        parts.add("### Falconer: " + (results.hold() ? "all holds" : "failed") + "\n");
        Sum.of(results).forEach(line -> parts.add("**" + line.counts() + "**" + line.rest() + "\n"));
        if (!results.policies().isEmpty()) {
            parts.add(rules(results.policies()));
        }
        if (!results.suites().isEmpty()) {
            parts.add(suites(sections));
        }
        for (Section section : sections) {
            for (Entry entry : section.entries()) {
                details(section, entry, parts);
            }
        }
        return String.join("\n", parts);
    }

    private static String rules(List<PolicyProof> policies) {
        List<List<String>> rows = new ArrayList<>();
        for (PolicyProof policy : policies) {
            for (RuleProof rule : policy.rules()) {
                rows.add(List.of(
                        policy.policy(),
                        rule.rule(),
                        Wording.PROOF.of(rule.verdict()),
                        RuleTable.share(rule.expected(true)),
                        RuleTable.share(rule.expected(false))));
            }
        }
        return Markdown.table(List.of("Policy", "Rule", "Verdict", "Fires", "Silent"), 3, rows);
    }

    private static String suites(List<Section> sections) {
        List<List<String>> rows = sections.stream()
                .filter(s -> s.kind().equals("suite"))
                .map(s -> List.of(
                        s.name(),
                        s.path(),
                        count(s, Status.PASSED),
                        count(s, Status.FAILED),
                        count(s, Status.ERROR),
                        count(s, Status.SKIPPED)))
                .toList();
        return Markdown.table(List.of("Suite", "File", "Passed", "Failed", "Errors", "Skipped"), 2, rows);
    }

    private static String count(Section section, Status status) {
        return Long.toString(section.count(status));
    }

    private static void details(Section section, Entry entry, List<String> parts) {
        String name = section.name() + " > " + entry.name();
        List<Finding> problems = entry.findings(Severity.ERROR);
        if (!problems.isEmpty()) {
            parts.add(details(entry.status() == Status.ERROR ? "ERROR" : "FAILED", name, problems));
        }
        List<Finding> warnings = entry.findings(Severity.WARNING);
        if (!warnings.isEmpty()) {
            parts.add(details("WARNING", name, warnings));
        }
        entry.skip().ifPresent(why -> parts.add("Skipped: " + Markdown.inline(name + " (" + why + ")") + "\n"));
    }

    private static String details(String word, String name, List<Finding> findings) {
        return "<details>\n<summary><b>" + word + "</b> " + Markdown.html(name) + "</summary>\n\n"
                + Markdown.code(Entry.text(findings)) + "\n</details>\n";
    }
}
