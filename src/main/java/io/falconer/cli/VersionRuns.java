package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.report.VersionResults;
import io.falconer.ruleset.Emulation;
import io.falconer.suite.Results;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.Snippet;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs of the same rules in several versions of Falco. */
final class VersionRuns {
    private VersionRuns() {}

    /**
     * The results in each version, the oldest first, run side by side. A warning that several versions give is shown once. If the
     * rules do not load in a version, the errors name it, unless the newest version gives the same. If they do not load in the
     * newest one, the command fails.
     */
    static VersionResults of(List<Emulation> versions, Function<Emulation, Outcome<Results>> run, Console console) {
        List<VersionResults.InVersion> results = new ArrayList<>();
        Map<String, Diagnostic> told = new LinkedHashMap<>();
        List<Outcome<Results>> outcomes = versions.parallelStream().map(run).toList();
        Outcome<Results> newest = outcomes.getLast();
        Set<String> failing = newest.value().isPresent()
                ? Set.of()
                : newest.diagnostics().stream().map(VersionRuns::shown).collect(Collectors.toSet());
        for (int i = 0; i < versions.size(); i++) {
            String release = versions.get(i).falco().release();
            Outcome<Results> outcome = outcomes.get(i);
            if (outcome.value().isPresent()) {
                outcome.diagnostics().forEach(each -> told.putIfAbsent(shown(each), each));
            } else {
                List<Diagnostic> own = outcome.diagnostics().stream()
                        .filter(each -> !failing.contains(shown(each)))
                        .toList();
                in(release, own).forEach(each -> told.putIfAbsent(shown(each), each));
            }
            results.add(new VersionResults.InVersion(
                    release,
                    outcome.value(),
                    outcome.value().isPresent() ? List.of() : in(release, outcome.diagnostics())));
        }
        console.show(List.copyOf(told.values()));
        if (newest.value().isEmpty()) {
            throw new UnloadableException(newest.diagnostics());
        }
        return new VersionResults(results);
    }

    /** Each version reads the files itself, so equal problems are in different sources. */
    private static String shown(Diagnostic problem) {
        return Snippet.of(problem, Style.PLAIN);
    }

    /** The diagnostics with the version that they are about. */
    static List<Diagnostic> in(String release, List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(each -> new Diagnostic(
                        each.severity(),
                        each.code(),
                        "Falco " + release + ": " + each.message(),
                        each.location(),
                        each.way(),
                        each.hint()))
                .toList();
    }
}
