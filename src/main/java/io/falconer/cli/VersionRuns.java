package io.falconer.cli;

import io.falconer.report.VersionResults;
import io.falconer.ruleset.Emulation;
import io.falconer.suite.Results;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Runs of the same rules in several versions of Falco. */
final class VersionRuns {
    private VersionRuns() {}

    /**
     * The results in each version, the oldest first, run side by side. A warning that several versions give is shown once. If the rules do not
     * load in the newest version, the command fails. If they do not load in another one, the errors name the version.
     */
    static VersionResults of(List<Emulation> versions, Function<Emulation, Outcome<Results>> run, Console console) {
        List<VersionResults.InVersion> results = new ArrayList<>();
        Set<Diagnostic> told = new LinkedHashSet<>();
        List<Outcome<Results>> outcomes = versions.parallelStream().map(run).toList();
        for (int i = 0; i < versions.size(); i++) {
            String release = versions.get(i).falco().release();
            Outcome<Results> outcome = outcomes.get(i);
            boolean isNewest = i == versions.size() - 1;
            if (outcome.value().isPresent()) {
                told.addAll(outcome.diagnostics());
            } else if (isNewest) {
                console.loaded(outcome);
            } else {
                told.addAll(in(release, outcome.diagnostics()));
            }
            results.add(new VersionResults.InVersion(release, outcome.value()));
        }
        console.show(List.copyOf(told));
        return new VersionResults(results);
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
