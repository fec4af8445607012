package io.falconer.suite;

import io.falconer.ruleset.Rule;
import java.util.List;

/**
 * What came of a suite.
 *
 * @param tests the results of its tests in order
 * @param loaded the rules under test in their order
 * @param rules what the tests show of each of these, in the same order; rules that no test speaks of included
 */
public record SuiteResult(Suite suite, List<TestResult> tests, List<Rule> loaded, List<RuleProof> rules) {
    public SuiteResult {
        tests = List.copyOf(tests);
        loaded = List.copyOf(loaded);
        rules = List.copyOf(rules);
    }
}
