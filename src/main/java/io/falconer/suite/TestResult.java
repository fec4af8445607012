package io.falconer.suite;

import io.falconer.engine.Alert;
import io.falconer.text.Diagnostic;
import java.util.List;

/**
 * The result of a test.
 *
 * @param events the number of events that the rules evaluated
 * @param alerts the alerts in order
 * @param failures all differences from the test's expectations
 * @param warnings unexpected alerts that the test only warns about
 * @param errors why its events are not available
 * @param unreliable the fields that this Falco may read wrongly for rules that the test is about
 */
public record TestResult(
        TestCase test,
        int events,
        List<Alert> alerts,
        List<Failure> failures,
        List<Failure> warnings,
        List<Diagnostic> errors,
        List<Diagnostic> unreliable) {
    public TestResult {
        alerts = List.copyOf(alerts);
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
        errors = List.copyOf(errors);
        unreliable = List.copyOf(unreliable);
    }

    /** The result with the fields that Falco may read wrongly. */
    TestResult withUnreliable(List<Diagnostic> fields) {
        return new TestResult(test, events, alerts, failures, warnings, errors, fields);
    }

    /** The status of the test. */
    public Status status() {
        if (test.skip().isPresent()) {
            return Status.SKIPPED;
        }
        if (!errors.isEmpty()) {
            return Status.ERROR;
        }
        if (!failures.isEmpty()) {
            return Status.FAILED;
        }
        return unreliable.isEmpty() ? Status.PASSED : Status.UNRELIABLE;
    }
}
