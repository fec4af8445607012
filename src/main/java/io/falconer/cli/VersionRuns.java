package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.report.InVersion;
import io.falconer.report.VersionResults;
import io.falconer.ruleset.Emulation;
import io.falconer.suite.BrokenSuite;
import io.falconer.suite.CoverageRequest;
import io.falconer.suite.MutationResult;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteResult;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import io.falconer.text.Snippet;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs of the same rules in several versions of Falco. */
final class VersionRuns {
    private VersionRuns() {}

    /**
     * What a run in one version gives.
     *
     * @param results of everything that loads
     * @param problems why the rest does not load, and warnings
     */
    record Done(Results results, InVersion.Planned planned, List<Diagnostic> problems) {
        static Done of(
                InVersion.Planned planned, Outcome<List<PolicyProof>> proofs, List<Outcome<SuiteResult>> suites) {
            return new Done(
                    Results.of(
                            proofs.value().orElse(List.of()),
                            suites.stream()
                                    .flatMap(each -> each.value().stream())
                                    .toList()),
                    planned,
                    Stream.concat(
                                    proofs.diagnostics().stream(),
                                    suites.stream()
                                            .flatMap(each -> each.diagnostics().stream())
                                            .sorted(Diagnostic.ORDER))
                            .distinct()
                            .toList());
        }

        /** The same with the suites whose rules do not load, or that name rules that do not exist. */
        Done withBroken(List<Suite> suites, List<Outcome<SuiteResult>> outcomes) {
            List<BrokenSuite> broken = new ArrayList<>();
            for (int i = 0; i < suites.size(); i++) {
                Suite suite = suites.get(i);
                if (outcomes.get(i).value().isEmpty()) {
                    broken.add(new BrokenSuite(
                            suite.name(),
                            suite.location().source().name(),
                            outcomes.get(i).diagnostics()));
                }
            }
            return new Done(results.withBroken(broken), planned, problems);
        }

        /** The same with the coverage of the suites. */
        Done withCoverage(CoverageRequest request) {
            return new Done(results.withCoverage(request), planned, problems);
        }

        /** The same with what becomes of changed rules. */
        Done withMutation(MutationResult mutation) {
            return new Done(results.withMutation(mutation), planned, problems);
        }

        private List<Diagnostic> errors() {
            return problems.stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .toList();
        }

        private boolean isEmpty() {
            return results.policies().isEmpty() && results.suites().isEmpty();
        }
    }

    /**
     * The results in each version, the oldest first, run side by side. A warning that several versions give is shown once. If
     * something does not load in a version, the errors name it, unless the newest version gives the same, and the rest is judged.
     * If nothing loads in the newest one, or something does not load in the only one, the command fails.
     */
    static VersionResults of(List<Emulation> versions, Function<Emulation, Done> run, Console console) {
        return of(versions, run, console, false);
    }

    /**
     * The same.
     *
     * @param reported whether reports of one version show what does not load, so that the command does not fail before there is
     *     a report
     */
    static VersionResults of(
            List<Emulation> versions, Function<Emulation, Done> run, Console console, boolean reported) {
        List<Done> runs = versions.parallelStream().map(run).toList();
        Done newest = runs.getLast();
        Set<String> failing = newest.errors().stream().map(VersionRuns::shown).collect(Collectors.toSet());
        Map<String, Diagnostic> told = new LinkedHashMap<>();
        List<InVersion> results = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            String release = versions.get(i).falco().release();
            Done done = runs.get(i);
            done.problems().stream()
                    .filter(problem -> !failing.contains(shown(problem)))
                    .map(problem -> problem.severity() == Severity.ERROR ? in(release, problem) : problem)
                    .forEach(problem -> told.putIfAbsent(shown(problem), problem));
            results.add(new InVersion(
                    release,
                    done.results(),
                    done.planned(),
                    reported && versions.size() == 1 ? List.of() : in(release, done.errors())));
        }
        console.show(List.copyOf(told.values()));
        boolean isOne = versions.size() == 1;
        if (!failing.isEmpty() && (isOne ? !reported : newest.isEmpty())) {
            throw new UnloadableException(newest.errors());
        }
        console.show(newest.errors());
        return new VersionResults(results);
    }

    /** Each version reads the files itself, so equal problems are in different sources. */
    private static String shown(Diagnostic problem) {
        return Snippet.of(problem, Style.PLAIN);
    }

    /** The diagnostics with the version that they are about. */
    static List<Diagnostic> in(String release, List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(each -> in(release, each)).toList();
    }

    private static Diagnostic in(String release, Diagnostic each) {
        return new Diagnostic(
                each.severity(),
                each.code(),
                "Falco " + release + ": " + each.message(),
                each.location(),
                each.way(),
                each.hint());
    }
}
