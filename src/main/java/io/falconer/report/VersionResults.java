package io.falconer.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.report.RuleTable.Wording;
import io.falconer.suite.Coverage;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.RuleProof;
import io.falconer.suite.Status;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.TestResult;
import io.falconer.text.Diagnostic;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Results in several versions of Falco. Reports show those of the newest one, and of the others only what differs from it, under
 * names with the version.
 */
public final class VersionResults {
    private static final String UNLOADABLE = "does not load";

    /**
     * The results in one version.
     *
     * @param version the release's number
     * @param results empty if the rules do not load there
     * @param errors why they do not load; the messages name the version
     */
    public record InVersion(String version, Optional<Results> results, List<Diagnostic> errors) {
        public InVersion {
            errors = List.copyOf(errors);
        }

        /** A version in which the rules load. */
        public InVersion(String version, Results results) {
            this(version, Optional.of(results), List.of());
        }

        /** A word for each rule and test, by its name. */
        private Map<String, String> words(SuiteNames names) {
            Map<String, String> words = new LinkedHashMap<>();
            for (Results found : results.stream().toList()) {
                found.proofs().forEach(rule -> words.put(rule.rule(), Wording.PROOF.of(rule.verdict())));
                for (SuiteResult suite : found.suites()) {
                    suite.tests().forEach(test -> words.put(names.of(suite.suite(), test), word(test.status())));
                }
            }
            return words;
        }

        private static String word(Status status) {
            return switch (status) {
                case PASSED, SKIPPED -> status.word();
                case FAILED, UNRELIABLE, ERROR -> status.name();
            };
        }
    }

    private final List<InVersion> versions;
    private final Results newest;
    private final Map<String, Results> others = new LinkedHashMap<>();
    private final DifferenceTable differences;

    /**
     * The results of versions, the oldest first.
     *
     * @throws IllegalArgumentException if the rules do not load in the newest one
     */
    public VersionResults(List<InVersion> versions) {
        this.versions = List.copyOf(versions);
        this.newest = covered(versions);
        SuiteNames names = SuiteNames.in(versions);
        this.differences =
                new DifferenceTable(versions.stream().map(InVersion::version).toList(), rows(versions, names));
        Map<String, String> usual = versions.getLast().words(names);
        for (InVersion older : versions.subList(0, versions.size() - 1)) {
            older.results()
                    .map(results -> other(results, " (Falco " + older.version() + ")", usual, names))
                    .filter(results ->
                            !results.policies().isEmpty() || !results.suites().isEmpty())
                    .ifPresent(results -> others.put(older.version(), results));
        }
    }

    /** The newest results. Their coverage is that of all versions together, because a suite may run in older ones only. */
    private static Results covered(List<InVersion> versions) {
        Results newest = versions.getLast().results().orElseThrow(IllegalArgumentException::new);
        List<SuiteResult> all = versions.stream()
                .flatMap(each -> each.results().stream())
                .flatMap(results -> results.suites().stream())
                .toList();
        Optional<Coverage> coverage = newest.coverage().flatMap(own -> new Results(List.of(), all, Optional.empty())
                .withCoverage(own.required())
                .coverage());
        return new Results(newest.policies(), newest.suites(), coverage, newest.unloadable());
    }

    /** What differs from the {@code usual} words. */
    private static Results other(Results results, String suffix, Map<String, String> usual, SuiteNames names) {
        return new Results(
                results.policies().stream()
                        .flatMap(each -> policy(each, suffix, usual))
                        .toList(),
                results.suites().stream()
                        .flatMap(each -> suite(each, suffix, usual, names))
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

    private static Stream<SuiteResult> suite(
            SuiteResult result, String suffix, Map<String, String> usual, SuiteNames names) {
        Suite suite = result.suite();
        List<TestResult> tests = result.tests().stream()
                .filter(test -> !InVersion.word(test.status()).equals(usual.get(names.of(suite, test))))
                .toList();
        return tests.isEmpty()
                ? Stream.empty()
                : Stream.of(new SuiteResult(
                        new Suite(suite.name() + suffix, suite.rules(), suite.tests(), suite.location()),
                        tests,
                        result.loaded(),
                        result.rules()));
    }

    private static Map<String, List<String>> rows(List<InVersion> versions, SuiteNames names) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<Map<String, String>> words =
                versions.stream().map(each -> each.words(names)).toList();
        Set<String> subjects = new LinkedHashSet<>();
        words.forEach(each -> subjects.addAll(each.keySet()));
        for (String subject : subjects) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                String absent = versions.get(i).results().isEmpty() ? UNLOADABLE : DifferenceTable.NOTHING;
                row.add(Objects.requireNonNullElse(words.get(i).get(subject), absent));
            }
            if (row.stream()
                            .filter(word -> !word.equals(DifferenceTable.NOTHING))
                            .distinct()
                            .count()
                    > 1) {
                rows.put(subject, row); // a suite may run in some versions only
            }
        }
        return rows;
    }

    /** Whether the rules load in every version, and all results hold. */
    public boolean hold() {
        return all().hold();
    }

    /** Whether the rules load in every version. */
    public boolean load() {
        return versions.stream().allMatch(each -> each.results().isPresent());
    }

    /** The complete results of each version in which the rules load, the oldest first. */
    public List<Results> inEach() {
        return versions.stream().flatMap(each -> each.results().stream()).toList();
    }

    /** The newest results, then what differs from them in the others, and where rules do not load. Programs read them. */
    public Results all() {
        SequencedMap<String, List<Diagnostic>> unloadable = new LinkedHashMap<>();
        versions.stream()
                .filter(each -> each.results().isEmpty())
                .forEach(each -> unloadable.put(each.version(), each.errors()));
        return new Results(
                Stream.concat(Stream.of(newest), others.values().stream())
                        .flatMap(results -> results.policies().stream())
                        .toList(),
                Stream.concat(Stream.of(newest), others.values().stream())
                        .flatMap(results -> results.suites().stream())
                        .toList(),
                newest.coverage(),
                unloadable);
    }

    /** The report of the newest results, what differs from them in the others, and the table of differences. */
    public String text(Style style, Detail detail) {
        StringBuilder text = new StringBuilder(new TextReport(style, detail).of(newest));
        others.forEach((version, results) -> text.append('\n')
                .append(style.bold("In Falco " + version + ":"))
                .append("\n\n")
                .append(new TextReport(style, Detail.FAILURES).of(results)));
        return text.append(isOne() ? "" : "\n" + differences.text(style)).toString();
    }

    /** The same in Markdown. */
    public String markdown(Detail detail) {
        return new MarkdownReport(detail).of(all())
                + (isOne() ? "" : "\n" + Markdown.code(differences.text(Style.PLAIN)) + "\n");
    }

    /** The report of all results with the versions and their differences. */
    public String json() {
        ObjectNode report = JsonReport.object(all());
        if (!isOne()) {
            versions.forEach(each -> report.withArray("versions").add(each.version()));
            report.set("differences", differences.json());
        }
        return report.toPrettyString() + "\n";
    }

    private boolean isOne() {
        return versions.size() == 1;
    }
}
