package io.falconer.generate;

import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.PolicyException;
import io.falconer.template.BoundRule;
import java.util.List;
import java.util.Optional;

/** What the policy's exceptions mean, said without Falco: the proofs' expectations come from here. */
final class Exempt {
    private final List<PolicyException> holding;

    Exempt(List<PolicyException> holding) {
        this.holding = holding;
    }

    /** What an event tells; images are those of all containers. */
    record Facts(
            Optional<String> namespace,
            List<String> images,
            Optional<String> user,
            Optional<String> serviceAccount,
            Optional<String> process) {}

    /** The exceptions from a rule. */
    List<PolicyException> of(BoundRule rule) {
        return holding.stream()
                .filter(exception -> exception.covers(rule.control(), rule.check()))
                .toList();
    }

    boolean applies(BoundRule rule, Facts facts) {
        return of(rule).stream().anyMatch(exception -> applies(exception, facts));
    }

    private static boolean applies(PolicyException exception, Facts facts) {
        ExceptionMatch match = exception.match();
        boolean team = exception
                .team()
                .map(t -> facts.namespace()
                        .filter(namespace -> NamespaceMatch.anyMatches(t.namespaces(), namespace))
                        .isPresent())
                .orElse(true);
        boolean namespace = match.namespace()
                .map(glob -> facts.namespace()
                        .filter(name -> NamespaceMatch.anyMatches(List.of(glob), name))
                        .isPresent())
                .orElse(true);
        boolean image = match.image()
                .map(pattern ->
                        !facts.images().isEmpty() && facts.images().stream().allMatch(pattern::matches))
                .orElse(true);
        return team
                && namespace
                && image
                && same(match.user(), facts.user())
                && same(match.serviceAccount(), facts.serviceAccount())
                && same(match.process(), facts.process());
    }

    private static boolean same(Optional<String> wanted, Optional<String> is) {
        return wanted.isEmpty() || wanted.equals(is);
    }
}
