package io.falconer.proof;

import io.falconer.template.BoundRule;
import io.falconer.template.PodRequestKind;
import java.util.List;

/**
 * A rule to prove.
 *
 * @param name its name in Falco
 * @param bound the rule from its template, with the values of the policy
 * @param requestKinds the kinds of request after which it checks a pod; empty if it does not check pods
 */
public record RuleUnderProof(String name, BoundRule bound, List<PodRequestKind> requestKinds) {
    public RuleUnderProof {
        requestKinds = List.copyOf(requestKinds);
    }
}
