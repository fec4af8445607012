package io.falconer.proof;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.Control;
import io.falconer.policy.Policy;
import io.falconer.template.ContainerFamily;
import io.falconer.template.PodRequestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves a rule about containers: each violation at every position, in every kind of object, with its compliant counterpart.
 */
final class PodProofs {
    private final Policy policy;
    private final Control control;
    private final RuleUnderProof rule;
    private final ExceptionOracle oracle;
    private final String namespace;
    private final String user;
    private final ObjectNode container;
    private final List<ProofCase> cases = new ArrayList<>();

    /** @param container a container that complies with the rule in the namespace */
    PodProofs(
            Policy policy,
            Control control,
            RuleUnderProof rule,
            ExceptionOracle oracle,
            String namespace,
            ObjectNode container) {
        this.policy = policy;
        this.control = control;
        this.rule = rule;
        this.oracle = oracle;
        this.namespace = namespace;
        this.user = Sender.of(policy);
        this.container = container;
    }

    /** The position of a changed container: at {@code index} among {@code count} containers. */
    private record Position(String what, int count, int index) {}

    /** The first violation at every position; the others in a single container. */
    List<ProofCase> everywhere(List<ContainerChange> faults, List<ContainerChange> fine) {
        for (PodRequestKind requestKind : rule.requestKinds()) {
            for (ContainerFamily family :
                    requestKind.place(policy, rule.bound().families()).families()) {
                for (Position position : positions(family)) {
                    pair(requestKind, family, position, faults.getFirst());
                }
            }
        }
        more(faults.subList(1, faults.size()), fine);
        notJudged(faults.getFirst());
        return List.copyOf(cases);
    }

    /** Violations and harmless changes in a single container. */
    List<ProofCase> more(List<ContainerChange> faults, List<ContainerChange> fine) {
        PodRequestKind requestKind = rule.requestKinds().getFirst();
        for (ContainerChange change : faults) {
            add(requestKind, change.what(), true, one(change));
        }
        for (ContainerChange change : fine) {
            add(requestKind, change.what(), false, one(change));
        }
        return List.copyOf(cases);
    }

    /** A whole pod, with the description of what violates or complies. */
    void add(PodRequestKind requestKind, String what, boolean violates, ObjectNode spec) {
        add(requestKind, what, violates, spec, PodSpecBuilder.images(spec));
    }

    /** A pod from a template's example. */
    void add(PodRequestKind requestKind, PodExample pod, boolean violates) {
        add(
                new PodRequest(requestKind, namespace, user, pod.metadata(), pod.spec()),
                pod.what(),
                violates,
                PodSpecBuilder.images(pod.spec()));
    }

    private void add(
            PodRequestKind requestKind, String what, boolean violates, ObjectNode spec, List<String> violating) {
        add(new PodRequest(requestKind, namespace, user, spec), what, violates, violating);
    }

    private void add(PodRequest request, String what, boolean violates, List<String> violating) {
        PodRequestKind requestKind = request.requestKind();
        ObjectNode spec = request.spec();
        boolean fires = violates && !oracle.excepts(rule.bound(), facts(namespace, user, spec, violating));
        cases.add(new ProofCase(rule.name(), where(requestKind) + what, fires, List.of(request.accepted(policy))));
    }

    List<ProofCase> cases() {
        return List.copyOf(cases);
    }

    private void pair(PodRequestKind requestKind, ContainerFamily family, Position position, ContainerChange fault) {
        PodSpecBuilder broken = new PodSpecBuilder(container, family, position.count());
        broken.change(family, position.index(), fault);
        ObjectNode changed = container.deepCopy();
        fault.apply().accept(changed);
        List<String> violating = List.of(changed.path("image").asText());
        add(requestKind, position.what() + ": " + fault.what(), true, broken.spec(), violating);
        ObjectNode twin = new PodSpecBuilder(container, family, position.count()).spec();
        add(requestKind, position.what() + ": compliant", false, twin);
    }

    /** Requests that do not count: refused, only received, or in a namespace that the policy does not apply to. */
    void notJudged(ContainerChange fault) {
        notJudged(new PodExample(fault.what(), JsonNodeFactory.instance.objectNode(), one(fault)));
    }

    /** The same for a pod. */
    void notJudged(PodExample broken) {
        PodRequestKind requestKind = rule.requestKinds().getFirst();
        PodRequest request = new PodRequest(requestKind, namespace, user, broken.metadata(), broken.spec());
        cases.add(new ProofCase(rule.name(), "refused request", false, List.of(request.refused(policy))));
        cases.add(new ProofCase(rule.name(), "request not yet answered", false, List.of(request.received(policy))));
        Optional<String> outside = NamespaceSamples.outside(policy, control);
        outside.ifPresent(elsewhere -> cases.add(new ProofCase(
                rule.name(),
                "namespace " + elsewhere + ", which the policy does not apply to",
                false,
                List.of(new PodRequest(requestKind, elsewhere, user, broken.metadata(), broken.spec())
                        .accepted(policy)))));
    }

    private ObjectNode one(ContainerChange change) {
        return new PodSpecBuilder(container, ContainerFamily.CONTAINERS, 1)
                .change(ContainerFamily.CONTAINERS, 0, change)
                .spec();
    }

    static ExceptionOracle.Facts facts(String namespace, String user, ObjectNode spec) {
        return facts(namespace, user, spec, PodSpecBuilder.images(spec));
    }

    private static ExceptionOracle.Facts facts(String namespace, String user, ObjectNode spec, List<String> violating) {
        return new ExceptionOracle.Facts(
                Optional.of(namespace),
                PodSpecBuilder.images(spec),
                violating,
                Optional.of(user),
                Optional.ofNullable(spec.get("serviceAccountName")).map(node -> node.asText()),
                Optional.empty());
    }

    private List<Position> positions(ContainerFamily family) {
        int most = policy.maxContainers();
        String noun =
                switch (family) {
                    case CONTAINERS -> "container";
                    case INIT_CONTAINERS -> "init container";
                    case EPHEMERAL_CONTAINERS -> "ephemeral container";
                };
        List<Position> positions = new ArrayList<>();
        positions.add(new Position("the only " + noun, 1, 0));
        if (most >= 2) {
            positions.add(new Position("the second " + noun, 2, 1));
            positions.add(new Position("the first of two " + noun + "s", 2, 0));
        }
        if (most >= 3) {
            positions.add(new Position("the last of " + most + " " + noun + "s", most, most - 1));
        }
        return positions;
    }

    private static String where(PodRequestKind requestKind) {
        return switch (requestKind) {
            case POD -> "";
            case EPHEMERAL -> "added to a running pod, ";
            case WORKLOAD -> "in the template of a Deployment, ";
            case CRON_JOB -> "in the template of a CronJob, ";
        };
    }
}
