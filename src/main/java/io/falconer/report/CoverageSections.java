package io.falconer.report;

import io.falconer.suite.Coverage;
import io.falconer.suite.RuleName;
import io.falconer.suite.Status;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules without a test as sections of reports, one for each file: where coverage is required they are failures. */
final class CoverageSections {
    private CoverageSections() {}

    /** The sections; none where coverage is not required or is complete. */
    static List<Section> of(Coverage coverage) {
        if (!coverage.required()) {
            return List.of();
        }
        Map<RuleName, List<Finding>> findings = new LinkedHashMap<>();
        add(FindingKind.UNFIRED, coverage.unfired(), findings);
        add(FindingKind.UNSILENCED, coverage.unsilenced(), findings);
        Map<String, List<ReportedCase>> entries = new LinkedHashMap<>();
        findings.forEach((rule, found) -> entries.computeIfAbsent(file(rule), f -> new ArrayList<>())
                .add(new ReportedCase(rule.name(), Status.FAILED, Optional.of(rule.location()), Optional.empty(), found)));
        return entries.entrySet().stream()
                .map(e -> new Section(Section.Kind.COVERAGE, "coverage of " + e.getKey(), e.getKey(), e.getValue()))
                .toList();
    }

    private static void add(FindingKind kind, List<RuleName> rules, Map<RuleName, List<Finding>> findings) {
        for (RuleName rule : rules) {
            findings.computeIfAbsent(rule, r -> new ArrayList<>()).add(finding(kind, rule));
        }
    }

    private static Finding finding(FindingKind kind, RuleName rule) {
        Location place = rule.location();
        return new Finding(
                kind.id(),
                Severity.ERROR,
                "",
                Optional.of(rule.name()),
                rule.name() + " " + kind.words(),
                "  at " + place + "\n",
                file(rule),
                Optional.of(place),
                List.of());
    }

    private static String file(RuleName rule) {
        return rule.location().source().name();
    }
}
