package io.falconer.suite;

import java.util.List;

/**
 * What came of a suite.
 *
 * @param tests the results of its tests in order
 * @param rules what the tests show of each rule under test, in the rules' order; rules that no test speaks of included
 */
public record SuiteResult(Suite suite, List<TestResult> tests, List<RuleProof> rules) {
    public SuiteResult {
        tests = List.copyOf(tests);
        rules = List.copyOf(rules);
    }
}
