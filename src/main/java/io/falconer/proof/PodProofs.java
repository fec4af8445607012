package io.falconer.proof;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.Control;
import io.falconer.policy.Policy;
import io.falconer.template.Family;
import io.falconer.template.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves a rule over containers: at every position, in every kind of object, each way to break it and its twin. */
final class PodProofs {
    /** Who sends the requests of proofs. */
    static final String USER = "jane@example.com";

    private final Policy policy;
    private final Control control;
    private final RuleUnderProof rule;
    private final Exempt exempt;
    private final String namespace;
    private final ObjectNode container;
    private final List<ProofCase> cases = new ArrayList<>();

    /** @param container one that the rule has nothing against in the namespace */
    PodProofs(
            Policy policy, Control control, RuleUnderProof rule, Exempt exempt, String namespace, ObjectNode container) {
        this.policy = policy;
        this.control = control;
        this.rule = rule;
        this.exempt = exempt;
        this.namespace = namespace;
        this.container = container;
    }

    /** Where a changed container stands: of {@code count} containers the one at {@code index}. */
    private record Position(String what, int count, int index) {}

    /** The first fault at every position, the others on a container that is alone. */
    List<ProofCase> everywhere(List<Change> faults, List<Change> fine) {
        for (Occasion occasion : rule.occasions()) {
            for (Family family : occasion.place(policy, rule.bound().families()).families()) {
                for (Position position : positions(family)) {
                    pair(occasion, family, position, faults.getFirst());
                }
            }
        }
        more(faults.subList(1, faults.size()), fine);
        notJudged(faults.getFirst());
        return List.copyOf(cases);
    }

    /** Faults and harmless changes on a container that is alone. */
    List<ProofCase> more(List<Change> faults, List<Change> fine) {
        Occasion occasion = rule.occasions().getFirst();
        for (Change change : faults) {
            add(occasion, change.what(), true, one(change));
        }
        for (Change change : fine) {
            add(occasion, change.what(), false, one(change));
        }
        return List.copyOf(cases);
    }

    /** A pod whole, with what is wrong or right about it. */
    void add(Occasion occasion, String what, boolean violates, ObjectNode spec) {
        add(occasion, what, violates, spec, PodSketch.images(spec));
    }

    /** A pod of a template's example. */
    void add(Occasion occasion, PodExample pod, boolean violates) {
        add(
                new PodRequest(occasion, namespace, USER, pod.metadata(), pod.spec()),
                pod.what(),
                violates,
                PodSketch.images(pod.spec()));
    }

    private void add(Occasion occasion, String what, boolean violates, ObjectNode spec, List<String> violating) {
        add(new PodRequest(occasion, namespace, USER, spec), what, violates, violating);
    }

    private void add(PodRequest request, String what, boolean violates, List<String> violating) {
        Occasion occasion = request.occasion();
        ObjectNode spec = request.spec();
        boolean fires = violates && !exempt.applies(rule.bound(), facts(namespace, USER, spec, violating));
        cases.add(new ProofCase(rule.name(), where(occasion) + what, fires, List.of(request.accepted(policy))));
    }

    List<ProofCase> cases() {
        return List.copyOf(cases);
    }

    private void pair(Occasion occasion, Family family, Position position, Change fault) {
        PodSketch broken = new PodSketch(container, family, position.count());
        broken.change(family, position.index(), fault);
        ObjectNode changed = container.deepCopy();
        fault.apply().accept(changed);
        List<String> violating = List.of(changed.path("image").asText());
        add(occasion, position.what() + ": " + fault.what(), true, broken.spec(), violating);
        ObjectNode twin = new PodSketch(container, family, position.count()).spec();
        add(occasion, position.what() + ": compliant", false, twin);
    }

    /** Requests that do not count: refused, only received, or in a namespace that is not judged. */
    void notJudged(Change fault) {
        notJudged(new PodExample(fault.what(), JsonNodeFactory.instance.objectNode(), one(fault)));
    }

    /** The same for a pod. */
    void notJudged(PodExample broken) {
        Occasion occasion = rule.occasions().getFirst();
        PodRequest request = new PodRequest(occasion, namespace, USER, broken.metadata(), broken.spec());
        cases.add(new ProofCase(rule.name(), "refused request", false, List.of(request.refused(policy))));
        cases.add(new ProofCase(rule.name(), "request not yet answered", false, List.of(request.received(policy))));
        Optional<String> outside = NamespaceSamples.outside(policy, control);
        outside.ifPresent(elsewhere -> cases.add(new ProofCase(
                rule.name(),
                "namespace " + elsewhere + ", which is not judged",
                false,
                List.of(new PodRequest(occasion, elsewhere, USER, broken.metadata(), broken.spec())
                        .accepted(policy)))));
    }

    private ObjectNode one(Change change) {
        return new PodSketch(container, Family.CONTAINERS, 1)
                .change(Family.CONTAINERS, 0, change)
                .spec();
    }

    static Exempt.Facts facts(String namespace, String user, ObjectNode spec) {
        return facts(namespace, user, spec, PodSketch.images(spec));
    }

    private static Exempt.Facts facts(String namespace, String user, ObjectNode spec, List<String> violating) {
        return new Exempt.Facts(
                Optional.of(namespace),
                PodSketch.images(spec),
                violating,
                Optional.of(user),
                Optional.ofNullable(spec.get("serviceAccountName")).map(node -> node.asText()),
                Optional.empty());
    }

    private List<Position> positions(Family family) {
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

    private static String where(Occasion occasion) {
        return switch (occasion) {
            case POD -> "";
            case EPHEMERAL -> "added to a running pod, ";
            case WORKLOAD -> "in the template of a Deployment, ";
            case CRON_JOB -> "in the template of a CronJob, ";
        };
    }
}
