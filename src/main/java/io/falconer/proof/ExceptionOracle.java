package io.falconer.proof;

import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.PolicyException;
import io.falconer.template.BoundRule;
import java.util.List;
import java.util.Optional;

/** What the policy's exceptions mean, independent of Falco. The expectations of proofs come from here. */
final class ExceptionOracle {
    private final List<PolicyException> holding;

    ExceptionOracle(List<PolicyException> holding) {
        this.holding = holding;
    }

    /**
     * The properties of an event.
     *
     * @param images the images of all containers
     * @param violating the images of the containers that violate the rule
     */
    record Facts(
            Optional<String> namespace,
            List<String> images,
            List<String> violating,
            Optional<String> user,
            Optional<String> serviceAccount,
            Optional<String> process) {}

    /** The exceptions from a rule. */
    List<PolicyException> of(BoundRule rule) {
        return holding.stream().filter(rule::isExceptedBy).toList();
    }

    /** Whether nothing is left to report: the event is excepted, or every violating container is. */
    boolean excepts(BoundRule rule, Facts facts) {
        List<PolicyException> exceptions = of(rule);
        boolean event = exceptions.stream()
                .filter(exception -> !exceptsContainers(exception, rule) || rule.looksAtPods())
                .anyMatch(exception -> excepts(exception, facts, facts.images()));
        return event
                || (!facts.violating().isEmpty()
                        && facts.violating().stream().allMatch(image -> exceptions.stream()
                                .filter(exception -> exceptsContainers(exception, rule))
                                .anyMatch(exception -> excepts(exception, facts, List.of(image)))));
    }

    /**
     * An exception for an image without a team excepts the containers with this image. Other exceptions except whole events.
     */
    static boolean exceptsContainers(PolicyException exception, BoundRule rule) {
        return exception.team().isEmpty()
                && exception.match().image().isPresent()
                && !rule.families().isEmpty();
    }

    private static boolean excepts(PolicyException exception, Facts facts, List<String> images) {
        ExceptionMatch match = exception.match();
        return same(match.user(), facts.user())
                && same(match.serviceAccount(), facts.serviceAccount())
                && same(match.process(), facts.process())
                && exception.team().map(team -> isIn(team.namespaces(), facts)).orElse(true)
                && match.namespace().map(glob -> isIn(List.of(glob), facts)).orElse(true)
                && match.image()
                        .map(pattern -> !images.isEmpty() && images.stream().allMatch(pattern::matches))
                        .orElse(true);
    }

    private static boolean isIn(List<String> globs, Facts facts) {
        return facts.namespace()
                .filter(namespace -> NamespaceMatch.anyMatches(globs, namespace))
                .isPresent();
    }

    private static boolean same(Optional<String> wanted, Optional<String> is) {
        return wanted.isEmpty() || wanted.equals(is);
    }
}
