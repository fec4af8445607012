package io.falconer.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.Control;
import io.falconer.policy.Policy;
import io.falconer.template.Family;
import io.falconer.template.Occasion;
import java.util.List;
import java.util.Optional;

/** Proves the rule for pods with more containers than are judged. */
final class OverflowProofs {
    private OverflowProofs() {}

    static List<ProofCase> cases(Policy policy, Control control, RuleUnderProof rule) {
        Optional<String> namespace = NamespaceSamples.judged(policy, control, List.of(), name -> true);
        if (namespace.isEmpty()) {
            return List.of();
        }
        int most = policy.maxContainers();
        ObjectNode container = ResourceProofs.compliant();
        PodProofs proofs = new PodProofs(policy, control, rule, new Exempt(List.of()), namespace.get(), container);
        for (Occasion occasion : rule.occasions()) {
            for (Family family : occasion.place(policy, rule.bound().families()).families()) {
                proofs.add(occasion, most + " " + family.key(), false, new PodSketch(container, family, most).spec());
                proofs.add(
                        occasion,
                        most + 1 + " " + family.key(),
                        true,
                        new PodSketch(container, family, most + 1).spec());
            }
        }
        return proofs.cases();
    }
}
