package io.falconer.report;

import io.falconer.suite.Status;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found in files, in the formats of other programs: a section for each file, with one case. */
public final class FindingReports {
    private final List<String> files;
    private final List<Diagnostic> findings;
    private final Map<String, String> skipped;
    private final boolean loads;
    private final String claim;

    private FindingReports(
            List<String> files, List<Diagnostic> findings, Map<String, String> skipped, boolean loads, String claim) {
        this.files = List.copyOf(files);
        this.findings = List.copyOf(findings);
        this.skipped = Map.copyOf(skipped);
        this.loads = loads;
        this.claim = claim;
    }

    /**
     * Reports of findings.
     *
     * @param files the names of all files that were looked into, including those without findings
     * @param findings errors and warnings; those without a place belong to the first file
     * @param claim what holds of a file without errors, such as {@code up to date}
     */
    public FindingReports(List<String> files, List<Diagnostic> findings, String claim) {
        this(files, findings, Map.of(), true, claim);
    }

    /**
     * Reports of findings where some files were not looked at.
     *
     * @param skipped why a file was not looked at, by its name
     */
    public FindingReports(List<String> files, List<Diagnostic> findings, Map<String, String> skipped, String claim) {
        this(files, findings, skipped, true, claim);
    }

    /** Reports of errors that kept everything from being read. All of them are errors, not failures. */
    public static FindingReports ofUnloadable(List<Diagnostic> errors, String claim) {
        return new FindingReports(List.of(), errors, Map.of(), false, claim);
    }

    /** SARIF 2.1.0: a result for each finding. */
    public String sarif(String version) {
        return new SarifReport(version).ofFindings(sections(false));
    }

    /**
     * JUnit's XML: a test suite for each file. Falco's errors are errors, others are failures, and warnings are output.
     *
     * @param warningsFail whether warnings are failures, too
     */
    public String junit(boolean warningsFail) {
        return JUnitReport.of(sections(warningsFail));
    }

    /** Workflow commands of GitHub Actions: an annotation for each finding. */
    public String github() {
        return GithubReport.of(sections(false));
    }

    private List<Section> sections(boolean warningsFail) {
        Map<String, List<ReportedProblem>> problems = new LinkedHashMap<>();
        files.forEach(file -> problems.put(file, new ArrayList<>()));
        for (Diagnostic finding : findings) {
            String file = finding.location()
                    .map(place -> place.source().name())
                    .orElse(files.isEmpty() ? "." : files.getFirst());
            Severity severity = warningsFail ? Severity.ERROR : finding.severity();
            problems.computeIfAbsent(file, each -> new ArrayList<>())
                    .add(ReportedProblems.finding(finding, severity, file));
        }
        return problems.entrySet().stream()
                .map(each -> new Section(
                        Section.Kind.FILE,
                        each.getKey(),
                        each.getKey(),
                        List.of(new ReportedCase(
                                claim,
                                status(each.getKey(), each.getValue()),
                                Optional.empty(),
                                Optional.<Location>empty(),
                                Optional.ofNullable(skipped.get(each.getKey())),
                                each.getValue()))))
                .toList();
    }

    private Status status(String file, List<ReportedProblem> problems) {
        if (problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR)) {
            return skipped.containsKey(file) ? Status.SKIPPED : Status.PASSED;
        }
        return !loads || problems.stream().anyMatch(problem -> problem.kind().startsWith("LOAD_ERR"))
                ? Status.ERROR
                : Status.FAILED;
    }
}
