package io.falconer.report;

import io.falconer.report.RuleTable.Wording;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.RuleProof;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.TestResult;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What differs between the results in several versions of Falco. */
final class VersionDifferences {
    private final List<InVersion> versions;
    private final SuiteNames names;
    private final List<Map<String, String>> words;

    /** @param versions the oldest first */
    VersionDifferences(List<InVersion> versions) {
        this.versions = versions;
        this.names = SuiteNames.in(versions);
        this.words = versions.stream().map(each -> each.words(names)).toList();
    }

    /** A row for each rule and test whose words differ. A suite may run in some versions only, which is not a difference. */
    DifferenceTable table() {
        Set<String> subjects = new LinkedHashSet<>();
        words.forEach(each -> subjects.addAll(each.keySet()));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String subject : subjects) {
            List<String> row = words.stream()
                    .map(each -> each.getOrDefault(subject, DifferenceTable.NOTHING))
                    .toList();
            if (row.stream()
                            .filter(word -> !word.equals(DifferenceTable.NOTHING))
                            .distinct()
                            .count()
                    > 1) {
                rows.put(subject, row);
            }
        }
        return new DifferenceTable(versions.stream().map(InVersion::version).toList(), rows);
    }

    /** What differs from the newest version in the others, by their numbers, under names with the version. */
    Map<String, Results> others() {
        Map<String, Results> others = new LinkedHashMap<>();
        for (InVersion older : versions.subList(0, versions.size() - 1)) {
            Results other = other(older.results(), " (Falco " + older.version() + ")", words.getLast());
            if (!other.policies().isEmpty() || !other.suites().isEmpty()) {
                others.put(older.version(), other);
            }
        }
        return others;
    }

    /** What differs from the {@code usual} words. */
    private Results other(Results results, String suffix, Map<String, String> usual) {
        return new Results(
                results.policies().stream()
                        .flatMap(each -> policy(each, suffix, usual))
                        .toList(),
                results.suites().stream()
                        .flatMap(each -> suite(each, suffix, usual))
                        .toList(),
                Optional.empty());
    }

    private static Stream<PolicyProof> policy(PolicyProof policy, String suffix, Map<String, String> usual) {
        List<RuleProof> rules = policy.rules().stream()
                .filter(rule -> !Wording.PROOF.of(rule.verdict()).equals(usual.get(rule.rule())))
                .toList();
        return rules.isEmpty()
                ? Stream.empty()
                : Stream.of(new PolicyProof(policy.policy() + suffix, policy.path(), rules, policy.events()));
    }

    private Stream<SuiteResult> suite(SuiteResult result, String suffix, Map<String, String> usual) {
        Suite suite = result.suite();
        List<TestResult> tests = result.tests().stream()
                .filter(test -> !InVersion.word(test.status()).equals(usual.get(names.of(suite, test.test()))))
                .toList();
        return tests.isEmpty()
                ? Stream.empty()
                : Stream.of(new SuiteResult(
                        new Suite(suite.name() + suffix, suite.rules(), suite.tests(), suite.cover(), suite.location()),
                        tests,
                        result.loaded(),
                        result.rules()));
    }
}
