package io.falconer.suite;

import io.falconer.engine.Alert;
import io.falconer.text.Diagnostic;
import java.util.List;

/**
 * What came of a test.
 *
 * @param events how many events the rules saw
 * @param alerts the alerts in order
 * @param failures all that differs from what the test expects
 * @param warnings unexpected alerts that the test only warns of
 * @param errors why its events could not be had
 */
public record TestResult(
        TestCase test,
        int events,
        List<Alert> alerts,
        List<Failure> failures,
        List<Failure> warnings,
        List<Diagnostic> errors) {
    public TestResult {
        alerts = List.copyOf(alerts);
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
        errors = List.copyOf(errors);
    }

    /** How the test ended. */
    public Status status() {
        if (test.skip().isPresent()) {
            return Status.SKIPPED;
        }
        if (!errors.isEmpty()) {
            return Status.ERROR;
        }
        return failures.isEmpty() ? Status.PASSED : Status.FAILED;
    }
}
