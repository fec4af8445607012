package io.falconer.cli;

import static java.util.function.Predicate.not;

import io.falconer.lint.Findings;
import io.falconer.lint.KnownFindings;
import io.falconer.report.FindingReports;
import io.falconer.report.VersionMatrix;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadIssue;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.LoadedFile;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.RuleSet;
import io.falconer.ruleset.RulesText;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import io.falconer.verify.ProofFindings;
import io.falconer.verify.RuleFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What checking rules as one version of Falco gave.
 *
 * @param warnings Falco's warnings that are not about the base
 */
record CheckedVersion(VersionMatrix.Loaded loaded, List<LoadIssue> warnings) {
    /**
     * Checks rules that were loaded.
     *
     * @param known what was found about the rules of each load in another version
     * @param baseNames the files that are only the base of others: findings in them do not count
     * @param proofs how to prove what can be proved about rules
     */
    static CheckedVersion of(
            Emulation emulation,
            List<LoadedRules> loaded,
            List<KnownFindings> known,
            Set<String> baseNames,
            Function<RuleSet, ProofFindings> proofs) {
        Set<SourceFile> base = loaded.stream()
                .flatMap(each -> each.files().stream())
                .map(LoadedFile::text)
                .filter(text -> baseNames.contains(text.file().name()))
                .map(RulesText::source)
                .collect(Collectors.toUnmodifiableSet());
        List<LoadResult> results =
                loaded.stream().flatMap(each -> each.results().stream()).toList();
        SortedMap<String, Integer> unchecked = new TreeMap<>();
        loaded.forEach(each -> each.unchecked(not(base::contains))
                .forEach((source, count) -> unchecked.merge(source, count, Integer::sum)));
        List<RuleFact.Undecided> undecided = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (int i = 0; i < loaded.size(); i++) {
            LoadedRules each = loaded.get(i);
            ProofFindings proved = proofs.apply(each.rules());
            undecided.addAll(proved.undecided());
            findings.addAll(Findings.of(each, base::contains, proved.findings(), proved.complete(), known.get(i)));
        }
        return new CheckedVersion(
                new VersionMatrix.Loaded(emulation.falco().release(), results, findings, unchecked, undecided),
                results.stream()
                        .flatMap(result -> result.warnings().stream())
                        .filter(warning ->
                                !base.contains(warning.context().place().source()))
                        .toList());
    }

    /**
     * What Falco and Falconer say, without warnings about the base. Falco repeats an error when it loads the next file; the
     * reports have it once, and that file is skipped.
     *
     * @param claim what is said of a file without findings
     */
    FindingReports reports(String claim) {
        List<Diagnostic> all = new ArrayList<>();
        Map<List<Object>, String> known = new HashMap<>();
        Map<String, String> skipped = new HashMap<>();
        for (LoadResult result : loaded.results()) {
            for (Diagnostic problem : result.problems()) {
                List<Object> key = List.of(problem.code(), problem.message(), problem.location());
                String first = known.putIfAbsent(key, result.name());
                if (first == null || problem.location().isEmpty()) {
                    all.add(problem);
                } else if (!first.equals(result.name())) {
                    skipped.putIfAbsent(result.name(), first + " is loaded before this file, and does not load");
                }
            }
        }
        warnings.forEach(warning -> all.add(warning.diagnostic()));
        all.addAll(loaded.findings());
        return new FindingReports(
                loaded.results().stream().map(LoadResult::name).distinct().toList(), all, skipped, claim);
    }

    /** Whether there is nothing to warn of. */
    boolean isSilent() {
        return warnings.isEmpty() && loaded.unchecked().isEmpty();
    }
}
