package io.falconer.suite;

import io.falconer.ruleset.Rule;
import java.util.List;

/**
 * The result of a suite.
 *
 * @param tests the results of its tests in order
 * @param loaded the rules under test in their order
 * @param rules what the tests show about each of these, in the same order, including rules that no test covers
 */
public record SuiteResult(Suite suite, List<TestResult> tests, List<Rule> loaded, List<RuleProof> rules) {
    public SuiteResult {
        tests = List.copyOf(tests);
        loaded = List.copyOf(loaded);
        rules = List.copyOf(rules);
    }
}
