package io.falconer.plan;

import io.falconer.condition.Operand;
import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.PolicyException;
import io.falconer.template.BoundRule;
import io.falconer.template.Checks;
import io.falconer.template.ImageChecks;
import io.falconer.template.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Exceptions for images without a team are part of the condition, container by container. There they mean exactly what the
 * policy says, whatever other containers a pod has. A team's exceptions are in their own file, which can only except whole
 * events.
 */
final class ContainerExceptions {
    private final List<PolicyException> exceptions;

    /** @param exceptions the exceptions that apply to the rule */
    ContainerExceptions(BoundRule rule, List<PolicyException> exceptions) {
        this.exceptions = exceptions.stream()
                .filter(exception -> concerns(exception, rule))
                .toList();
    }

    /** Whether the rule's condition expresses the exception. */
    static boolean concerns(PolicyException exception, BoundRule rule) {
        return exception.team().isEmpty()
                && exception.match().image().isPresent()
                && !rule.families().isEmpty();
    }

    /** Whether the condition expresses the whole exception, so that nothing is left to except for the pod as a whole. */
    static boolean isEnough(PolicyException exception, BoundRule rule) {
        return concerns(exception, rule) && !rule.looksAtPods();
    }

    List<PolicyException> exceptions() {
        return exceptions;
    }

    /** The container at {@code path} of the pod at {@code podPath} is excepted. */
    Term excepted(String podPath, String path) {
        return Term.or(exceptions.stream()
                .map(exception -> excepted(exception.match(), podPath, path))
                .toList());
    }

    private static Term excepted(ExceptionMatch match, String podPath, String path) {
        List<Term> terms = new ArrayList<>();
        match.namespace()
                .ifPresent(glob -> terms.add(Checks.matchesGlob(Checks.field("ka.target.namespace"), List.of(glob))));
        match.user().ifPresent(user -> terms.add(text(Checks.field("ka.user.name"), user)));
        match.serviceAccount()
                .ifPresent(account ->
                        terms.add(text(Checks.field("jevt.value", podPath + "/serviceAccountName"), account)));
        match.image()
                .ifPresent(image ->
                        terms.add(ImageChecks.reference(Checks.field("jevt.value", path + "/image"), List.of(image))));
        return Term.and(terms);
    }

    private static Term text(Operand left, String text) {
        return new Term.Of(Checks.isText(left, text));
    }
}
