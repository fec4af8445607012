package io.falconer.report;

import io.falconer.suite.BrokenSuite;
import io.falconer.suite.Results;
import io.falconer.suite.Status;
import io.falconer.text.Diagnostic;
import io.falconer.text.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Results as a list of sections, cases and problems. The reports for other programs are made from it. */
final class Sections {
    private Sections() {}

    /**
     * The policies, the suites, the rules without a test if coverage is required, and the versions in which rules do not load.
     */
    static List<Section> of(Results results) {
        PolicySections policies = new PolicySections();
        SuiteSections suites = new SuiteSections();
        List<Section> all = new ArrayList<>();
        results.policies().forEach(policy -> all.add(policies.of(policy)));
        results.suites().forEach(suite -> all.add(suites.of(suite)));
        results.broken().forEach(suite -> all.add(broken(suite)));
        results.coverage().map(CoverageSections::of).ifPresent(all::addAll);
        results.mutation().map(MutationSections::of).ifPresent(all::addAll);
        String path = all.isEmpty() ? "" : all.getFirst().path();
        results.unloadable().forEach((version, errors) -> all.add(version(version, errors, path)));
        return distinct(all);
    }

    private static Section broken(BrokenSuite suite) {
        return new Section(
                Section.Kind.SUITE,
                suite.name(),
                suite.path(),
                List.of(new ReportedCase(
                        "the suite can be run",
                        Status.ERROR,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        suite.errors().stream()
                                .map(error -> ReportedProblems.error(error, error.location(), "", suite.path()))
                                .toList())));
    }

    /** Readers of reports treat suites with the same name as one suite. */
    private static List<Section> distinct(List<Section> sections) {
        Map<List<String>, Long> counts =
                sections.stream().collect(Collectors.groupingBy(Sections::identity, Collectors.counting()));
        return sections.stream()
                .map(s -> counts.getOrDefault(identity(s), 1L) > 1 ? s.withPath() : s)
                .toList();
    }

    private static List<String> identity(Section section) {
        return List.of(section.kind().word(), section.name());
    }

    /** @param path where problems are that have no place */
    private static Section version(String version, List<Diagnostic> errors, String path) {
        List<ReportedProblem> problems = errors.stream()
                .filter(error -> error.severity() == Severity.ERROR)
                .map(error -> ReportedProblems.error(error, error.location(), "", path))
                .toList();
        return new Section(
                Section.Kind.VERSION,
                "Falco " + version,
                problems.getFirst().path(),
                List.of(new ReportedCase(
                        "all rules load",
                        Status.ERROR,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        problems)));
    }
}
