package io.falconer.proof;

import io.falconer.policy.AllowedImages;
import io.falconer.policy.Control;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.policy.ResourceLimits;
import io.falconer.policy.TemplateControl;
import java.util.ArrayList;
import java.util.List;

/**
 * The proofs of a bundle's rules. Their expectations are derived from the policy itself, not from the rules, so that rule and
 * proof only agree if both are right.
 */
public final class Proofs {
    private final Policy policy;
    private final ExceptionOracle oracle;

    /** Proofs for a policy with its exceptions that have not expired. */
    public Proofs(Policy policy, List<PolicyException> holding) {
        this.policy = policy;
        this.oracle = new ExceptionOracle(holding);
    }

    /** @param overflow the rule for pods with too many containers, if there is one */
    public List<ProofCase> cases(List<ControlUnderProof> controls, List<RuleUnderProof> overflow) {
        List<ProofCase> cases = new ArrayList<>();
        controls.stream()
                .flatMap(planned -> planned.rules().stream().map(rule -> new Proven(planned.control(), rule)))
                .toList()
                .parallelStream()
                .map(this::cases)
                .toList()
                .forEach(cases::addAll);
        for (RuleUnderProof rule : overflow) {
            controls.stream()
                    .filter(planned -> planned.rules().stream()
                            .anyMatch(r -> !r.bound().families().isEmpty()))
                    .findFirst()
                    .ifPresent(planned -> cases.addAll(OverflowProofs.cases(policy, planned.control(), rule)));
        }
        return List.copyOf(cases);
    }

    private record Proven(Control control, RuleUnderProof rule) {}

    private List<ProofCase> cases(Proven proven) {
        RuleUnderProof rule = proven.rule();
        List<ProofCase> own =
                switch (proven.control()) {
                    case ResourceLimits control -> new ResourceProofs(policy, control, rule, oracle).cases();
                    case AllowedImages control -> new ImageProofs(policy, control, rule, oracle).cases();
                    case TemplateControl control -> new TemplateProofs(policy, control, rule, oracle).cases();
                    case ListeningSockets control -> new SocketProofs(policy, control, rule, oracle).cases();
                };
        List<ProofCase> cases = new ArrayList<>(own);
        cases.addAll(new ExceptionProofs(policy, proven.control(), rule, oracle).cases());
        return cases;
    }
}
