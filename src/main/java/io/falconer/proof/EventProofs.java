package io.falconer.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.field.EventSource;
import io.falconer.policy.Policy;
import io.falconer.policy.TemplateControl;
import io.falconer.template.Example;
import io.falconer.template.Examples;
import io.falconer.template.RuleSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves a rule about requests or system calls with the examples of its template. */
final class EventProofs {
    private final Policy policy;
    private final TemplateControl control;
    private final RuleUnderProof rule;
    private final ExceptionOracle oracle;
    private final List<ProofCase> cases = new ArrayList<>();

    EventProofs(Policy policy, TemplateControl control, RuleUnderProof rule, ExceptionOracle oracle) {
        this.policy = policy;
        this.control = control;
        this.rule = rule;
        this.oracle = oracle;
    }

    List<ProofCase> cases() {
        NamespaceSamples.judged(policy, control, List.of(), this::isUsable).ifPresent(namespace -> {
            Examples examples = rule.bound().examples().apply(namespace);
            examples.violates().forEach(example -> add(ExampleText.of(example), event(example, namespace), true));
            examples.complies().forEach(example -> add(ExampleText.of(example), event(example, namespace), false));
            examples.violates().stream().findFirst().ifPresent(example -> notJudged(example, namespace));
        });
        return List.copyOf(cases);
    }

    private boolean isUsable(String namespace) {
        return !NamespaceSamples.isOfControlPlane(rule.bound(), namespace) && isReported(namespace);
    }

    private boolean isReported(String namespace) {
        return violation(namespace)
                .map(event -> !oracle.excepts(rule.bound(), event.facts()))
                .orElse(true);
    }

    private Optional<ExampleEvent> violation(String namespace) {
        return ExampleEvent.violation(policy, rule.bound(), namespace);
    }

    /** An event without a namespace is the same in each. */
    private void notJudged(Example example, String namespace) {
        String said = ExampleText.of(example);
        boolean tellsNamespace = !violation("a").equals(violation("b"));
        NamespaceSamples.outside(policy, control)
                .filter(outside -> tellsNamespace)
                .ifPresent(outside -> violation(outside)
                        .ifPresent(event -> add(
                                "namespace " + outside + ", which the policy does not apply to: " + said,
                                event,
                                false)));
        if (rule.bound().source() == EventSource.K8S_AUDIT) {
            ObjectNode received = event(example, namespace).json().put("stage", "RequestReceived");
            cases.add(new ProofCase(
                    rule.name(), "request not yet answered: " + said, false, List.of(received.toString())));
        }
        if (rule.bound().judged() == RuleSubject.OBJECTS) {
            ObjectNode refused = event(example, namespace).json();
            refused.putObject("responseStatus").put("status", "Failure").put("code", 403);
            cases.add(new ProofCase(rule.name(), "refused request: " + said, false, List.of(refused.toString())));
        }
    }

    private void add(String what, ExampleEvent event, boolean violates) {
        boolean fires = violates && !oracle.excepts(rule.bound(), event.facts());
        cases.add(new ProofCase(rule.name(), what, fires, List.of(event.json().toString())));
    }

    private ExampleEvent event(Example example, String namespace) {
        return ExampleEvent.of(policy, rule.bound(), example, namespace);
    }
}
