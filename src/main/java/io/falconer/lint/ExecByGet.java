package io.falconer.lint;

import io.falconer.field.EventSource;
import io.falconer.ruleset.Rule;
import java.util.List;
import java.util.Set;

/**
 * Finds conditions that require exec, attach or portforward with {@code ka.verb = create} alone. They were POST requests.
 * Clients that open WebSockets send GET, as kubectl does <a
 * href="https://kubernetes.io/blog/2024/08/20/websockets-transition/">since Kubernetes 1.31</a>.
 */
final class ExecByGet {
    private static final Set<String> CONNECTING = Set.of("exec", "attach", "portforward");

    private ExecByGet() {}

    static List<RuleFinding> of(Rule rule) {
        if (rule.source() != EventSource.K8S_AUDIT) {
            return List.of();
        }
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause -> clause.positive() && clause.isAbout("ka.target.subresource") && clause.isEquality())
                .filter(clause ->
                        !clause.texts().isEmpty() && CONNECTING.containsAll(clause.texts()) && isCreateAlone(clause))
                .limit(Findings.MOST)
                .map(clause -> RuleFinding.warning(
                                rule,
                                clause.comparison().span(),
                                "exec-by-get",
                                "kubectl since Kubernetes 1.31 opens " + String.join(" and ", sorted(clause))
                                        + " with a get, but the rule requires create")
                        .withHint("ka.verb in (create, get)"))
                .toList();
    }

    private static boolean isCreateAlone(SignedComparison clause) {
        List<SignedComparison> verbs = clause.around().about("ka.verb");
        return !verbs.isEmpty()
                && verbs.stream().allMatch(verb -> verb.texts().contains("create"))
                && verbs.stream().anyMatch(verb -> !verb.texts().contains("get"));
    }

    private static List<String> sorted(SignedComparison clause) {
        return clause.texts().stream().sorted().toList();
    }
}
