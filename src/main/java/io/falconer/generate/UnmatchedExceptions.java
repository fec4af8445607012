package io.falconer.generate;

import io.falconer.plan.PlannedControl;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.proof.ExceptionProofs;
import io.falconer.text.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * Exceptions that do not match anything that the policy applies to, because their namespaces, their team's and the controls'
 * have nothing in common.
 */
final class UnmatchedExceptions {
    private UnmatchedExceptions() {}

    /** A warning for each of them. The check tries names that the globs suggest. */
    static List<Diagnostic> warnings(Policy policy, List<PlannedControl> controls, List<PolicyException> holding) {
        return holding.stream()
                .filter(exception -> controls.stream().noneMatch(planned -> reaches(policy, planned, exception)))
                .map(exception -> Diagnostic.warning(
                                "unmatched-exception",
                                "exception \"" + exception.name() + "\" matches nothing that the policy applies to",
                                exception.place())
                        .withHint("it has no namespace in common with its controls"
                                + exception
                                        .team()
                                        .map(team -> "; team " + team.name() + " has "
                                                + String.join(", ", team.namespaces()))
                                        .orElse("")))
                .toList();
    }

    private static boolean reaches(Policy policy, PlannedControl planned, PolicyException exception) {
        boolean excepted =
                planned.rules().stream().anyMatch(rule -> rule.bound().isExceptedBy(exception));
        Optional<String> namespace = ExceptionProofs.namespace(policy, planned.control(), exception);
        return excepted && namespace.isPresent();
    }
}
