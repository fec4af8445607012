package io.falconer.report;

import io.falconer.report.RuleTable.Wording;
import io.falconer.suite.Results;
import io.falconer.suite.Status;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteResult;
import io.falconer.text.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The results in one version of Falco.
 *
 * @param version the release's number
 * @param results of everything that loads there
 * @param planned what was to be judged there
 * @param errors why the rest does not load; the messages name the version
 */
public record InVersion(String version, Results results, Planned planned, List<Diagnostic> errors) {
    private static final String UNLOADABLE = "does not load";

    public InVersion {
        errors = List.copyOf(errors);
    }

    /** A version in which everything loads. */
    public InVersion(String version, Results results) {
        this(version, results, new Planned(Set.of(), List.of()), List.of());
    }

    /**
     * What was to be judged.
     *
     * @param rules the names of the rules of policies, in their order
     */
    public record Planned(Set<String> rules, List<Suite> suites) {
        public Planned {
            suites = List.copyOf(suites);
        }
    }

    /** Whether everything loads. */
    boolean loads() {
        return errors.isEmpty();
    }

    /** A word for each rule and test, by its name. */
    Map<String, String> words(SuiteNames names) {
        Map<String, String> words = new LinkedHashMap<>();
        planned.rules().forEach(rule -> words.put(rule, UNLOADABLE));
        planned.suites().forEach(suite -> suite.tests().forEach(test -> words.put(names.of(suite, test), UNLOADABLE)));
        results.proofs().forEach(rule -> words.put(rule.rule(), Wording.PROOF.of(rule.verdict())));
        for (SuiteResult suite : results.suites()) {
            suite.tests().forEach(test -> words.put(names.of(suite.suite(), test.test()), word(test.status())));
        }
        return words;
    }

    static String word(Status status) {
        return switch (status) {
            case PASSED, SKIPPED -> status.word();
            case FAILED, UNRELIABLE, ERROR -> status.name();
        };
    }
}
