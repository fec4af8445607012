package io.falconer.proof;

import io.falconer.template.BoundRule;
import io.falconer.template.PodRequestKind;
import java.util.List;

/**
 * A rule to prove.
 *
 * @param name its name in Falco
 * @param bound what its template says
 * @param requestKinds the kinds of request after which it judges a pod; none if it judges no pods
 */
public record RuleUnderProof(String name, BoundRule bound, List<PodRequestKind> requestKinds) {
    public RuleUnderProof {
        requestKinds = List.copyOf(requestKinds);
    }
}
