package io.falconer.suite;

import io.falconer.ruleset.RuleSet;
import java.util.List;

/**
 * The result of a suite.
 *
 * @param tests the results of its tests in order
 * @param loaded the rules under test in their order, and the Falco that loaded them
 * @param rules what the tests show about each of these, in the same order, including rules that no test covers
 */
public record SuiteResult(Suite suite, List<TestResult> tests, RuleSet loaded, List<RuleProof> rules) {
    public SuiteResult {
        tests = List.copyOf(tests);
        rules = List.copyOf(rules);
    }
}
