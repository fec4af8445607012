package io.falconer.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.Policy;
import io.falconer.policy.TemplateControl;
import io.falconer.template.ContainerFamily;
import io.falconer.template.Example;
import io.falconer.template.Examples;
import io.falconer.template.PodRequestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves a rule with the examples of its template: containers at every position, pods in every kind of object. */
final class TemplateProofs {
    private final Policy policy;
    private final TemplateControl control;
    private final RuleUnderProof rule;
    private final ExceptionOracle oracle;

    TemplateProofs(Policy policy, TemplateControl control, RuleUnderProof rule, ExceptionOracle oracle) {
        this.policy = policy;
        this.control = control;
        this.rule = rule;
        this.oracle = oracle;
    }

    List<ProofCase> cases() {
        return switch (rule.bound().judged()) {
            case PODS ->
                NamespaceSamples.judged(policy, control, List.of(), this::isReported)
                        .map(this::pods)
                        .orElse(List.of());
            case OBJECTS, ACCOUNTS, EVENTS -> new EventProofs(policy, control, rule, oracle).cases();
        };
    }

    private boolean isReported(String namespace) {
        ObjectNode spec = new PodSpecBuilder(ResourceProofs.compliant(), ContainerFamily.CONTAINERS, 1).spec();
        return !oracle.excepts(rule.bound(), PodProofs.facts(namespace, Sender.of(policy), spec));
    }

    private List<ProofCase> pods(String namespace) {
        Examples examples = rule.bound().examples().apply(namespace);
        List<ContainerChange> fine = containers(examples.complies());
        List<ContainerChange> faults = containers(examples.violates());
        ObjectNode container = ResourceProofs.compliant();
        if (!fine.isEmpty()) {
            fine.getFirst().apply().accept(container);
        }
        List<ProofCase> cases = new ArrayList<>();
        if (!faults.isEmpty()) {
            cases.addAll(proofs(namespace, container).everywhere(faults, fine));
        }
        PodProofs whole = proofs(namespace, container);
        for (PodRequestKind requestKind : rule.requestKinds()) {
            if (requestKind != PodRequestKind.EPHEMERAL) {
                pods(examples.complies()).forEach(pod -> whole.add(requestKind, pod, false));
                pods(examples.violates()).forEach(pod -> whole.add(requestKind, pod, true));
            }
        }
        Optional<PodExample> broken = pods(examples.violates()).stream().findFirst();
        if (faults.isEmpty()) {
            broken.ifPresent(whole::notJudged);
        }
        cases.addAll(whole.cases());
        return cases;
    }

    private PodProofs proofs(String namespace, ObjectNode container) {
        return new PodProofs(policy, control, rule, oracle, namespace, container);
    }

    private static List<ContainerChange> containers(List<Example> examples) {
        return examples.stream()
                .filter(example -> example.kind() == Example.Kind.CONTAINER)
                .map(example -> new ContainerChange(ExampleText.of(example), container -> {
                    container.retain("name", "image");
                    container.setAll(example.part());
                }))
                .toList();
    }

    /** Pods with more containers than the rules check belong to the overflow rule. */
    private List<PodExample> pods(List<Example> examples) {
        return examples.stream()
                .filter(example -> example.kind() == Example.Kind.POD)
                .map(PodExample::of)
                .filter(pod -> pod.most() <= policy.maxContainers())
                .toList();
    }
}
