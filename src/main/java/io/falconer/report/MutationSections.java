package io.falconer.report;

import io.falconer.ruleset.Rule;
import io.falconer.suite.MutantResult;
import io.falconer.suite.MutationResult;
import io.falconer.suite.Status;
import io.falconer.text.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules that can be changed without a test that fails as sections of reports, one for each file, if too many can. */
final class MutationSections {
    private MutationSections() {}

    /** The sections; empty if the tests notice enough. */
    static List<Section> of(MutationResult result) {
        if (result.isEnough()) {
            return List.of();
        }
        Map<String, List<MutantResult>> byRule = new LinkedHashMap<>();
        result.alive().forEach(each -> byRule.computeIfAbsent(
                        each.mutant().rule().place() + " "
                                + each.mutant().rule().name(),
                        rule -> new ArrayList<>())
                .add(each));
        Map<String, List<ReportedCase>> cases = new LinkedHashMap<>();
        byRule.values().forEach(alive -> {
            Rule rule = alive.getFirst().mutant().rule();
            cases.computeIfAbsent(rule.place().source().name(), file -> new ArrayList<>())
                    .add(new ReportedCase(
                            rule.name(),
                            Status.FAILED,
                            Optional.empty(),
                            Optional.of(rule.place()),
                            Optional.empty(),
                            List.of(problem(rule, alive))));
        });
        return cases.entrySet().stream()
                .map(each -> new Section(
                        Section.Kind.MUTATION, "mutants of " + each.getKey(), each.getKey(), each.getValue()))
                .toList();
    }

    private static ReportedProblem problem(Rule rule, List<MutantResult> alive) {
        return new ReportedProblem(
                ProblemKind.LOW_MUTATION.id(),
                Severity.ERROR,
                "",
                Optional.of(rule.name()),
                rule.name() + " " + ProblemKind.LOW_MUTATION.words(),
                alive.stream().map(MutationSections::line).collect(Collectors.joining()),
                rule.place().source().name(),
                Optional.of(rule.place()),
                List.of());
    }

    private static String line(MutantResult result) {
        String line = "  " + MutationText.change(result.mutant()) + "  at "
                + result.mutant().place() + "\n";
        return line + result.event().map(event -> "    " + event + "\n").orElse("");
    }
}
