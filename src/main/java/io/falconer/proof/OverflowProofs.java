package io.falconer.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.Control;
import io.falconer.policy.Policy;
import io.falconer.template.ContainerFamily;
import io.falconer.template.PodRequestKind;
import java.util.List;
import java.util.Optional;

/** Proves the rule for pods with more containers than the other rules check. */
final class OverflowProofs {
    private OverflowProofs() {}

    static List<ProofCase> cases(Policy policy, Control control, RuleUnderProof rule) {
        Optional<String> namespace = NamespaceSamples.judged(policy, control, List.of(), name -> true);
        if (namespace.isEmpty()) {
            return List.of();
        }
        int most = policy.maxContainers();
        ObjectNode container = ResourceProofs.compliant();
        PodProofs proofs =
                new PodProofs(policy, control, rule, new ExceptionOracle(List.of()), namespace.get(), container);
        for (PodRequestKind requestKind : rule.requestKinds()) {
            for (ContainerFamily family :
                    requestKind.place(policy, rule.bound().families()).families()) {
                proofs.add(
                        requestKind,
                        most + " " + family.key(),
                        false,
                        new PodSpecBuilder(container, family, most).spec());
                proofs.add(
                        requestKind,
                        most + 1 + " " + family.key(),
                        true,
                        new PodSpecBuilder(container, family, most + 1).spec());
            }
        }
        return proofs.cases();
    }
}
