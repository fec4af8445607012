package io.falconer.report;

import io.falconer.suite.Coverage;
import io.falconer.suite.RuleCoverage;
import io.falconer.suite.RuleName;
import io.falconer.suite.Status;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules without enough tests as sections of reports, one for each file, if coverage is required. */
final class CoverageSections {
    private CoverageSections() {}

    /** The sections; empty if the coverage is what is asked of it. */
    static List<Section> of(Coverage coverage) {
        Map<RuleName, List<ReportedProblem>> problems = new LinkedHashMap<>();
        if (coverage.required()) {
            add(ProblemKind.UNFIRED, coverage.unfired(), problems);
            add(ProblemKind.UNSILENCED, coverage.unsilenced(), problems);
        }
        if (!coverage.isEnough()) {
            int minimum = coverage.request().minimum().orElseThrow();
            coverage.parts().stream().filter(rule -> rule.percent() < minimum).forEach(rule -> problems.computeIfAbsent(
                            rule.rule(), r -> new ArrayList<>())
                    .add(problem(ProblemKind.LOW_COVERAGE, rule.rule(), missing(rule))));
        }
        Map<String, List<ReportedCase>> cases = new LinkedHashMap<>();
        problems.forEach((rule, found) -> cases.computeIfAbsent(file(rule), f -> new ArrayList<>())
                .add(new ReportedCase(
                        rule.name(),
                        Status.FAILED,
                        Optional.empty(),
                        Optional.of(rule.location()),
                        Optional.empty(),
                        found)));
        return cases.entrySet().stream()
                .map(e -> new Section(Section.Kind.COVERAGE, "coverage of " + e.getKey(), e.getKey(), e.getValue()))
                .toList();
    }

    private static void add(ProblemKind kind, List<RuleName> rules, Map<RuleName, List<ReportedProblem>> problems) {
        for (RuleName rule : rules) {
            problems.computeIfAbsent(rule, r -> new ArrayList<>()).add(problem(kind, rule, ""));
        }
    }

    private static String missing(RuleCoverage rule) {
        return PartsText.lines(rule).stream().collect(Collectors.joining("\n")).indent(2);
    }

    private static ReportedProblem problem(ProblemKind kind, RuleName rule, String details) {
        Location place = rule.location();
        return new ReportedProblem(
                kind.id(),
                Severity.ERROR,
                "",
                Optional.of(rule.name()),
                rule.name() + " " + kind.words(),
                "  at " + place + "\n" + details,
                file(rule),
                Optional.of(place),
                List.of());
    }

    private static String file(RuleName rule) {
        return rule.location().source().name();
    }
}
