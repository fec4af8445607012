package io.falconer.model;

import io.falconer.language.Automaton;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of every audit event of a request that an API server accepted: which values its leaves can have, and how leaves
 * depend on each other. Each class of leaves names its source. What is not known is free, so that there are more events here
 * than in truth.
 */
public final class AcceptedRequests {
    private final Map<LeafType, Automaton> domains = new EnumMap<>(LeafType.class);
    private final Statement isPod;
    private final Statement isCreated;
    private final Statement isController;
    private final Statement isJob;
    private final Statement isCronJob;
    private final List<Statement> references;

    /** What Kubernetes says of them. */
    public AcceptedRequests() {
        try {
            isPod = isOneOf("pods");
            isController = isOneOf("daemonsets", "deployments", "replicasets", "statefulsets");
            isJob = isOneOf("jobs");
            isCronJob = isOneOf("cronjobs");
            isCreated = Statement.all(
                    new Statement.Within(Leaf.ROOT.at("verb"), Texts.of(List.of("create"))),
                    Statement.not(new Statement.Present(Leaf.ROOT.at("objectRef", "subresource"))));
            references = references();
        } catch (TooLarge e) {
            throw new IllegalStateException(e.message(), e);
        }
    }

    /** The texts that a leaf can have. */
    public Automaton domain(Leaf leaf) {
        return domains.computeIfAbsent(LeafPlaces.type(leaf), kind -> {
            try {
                return kind.domain();
            } catch (TooLarge e) {
                throw new IllegalStateException(kind + ": " + e.message(), e);
            }
        });
    }

    /** Values that people expect at a leaf, the best ones first. */
    public List<String> samples(Leaf leaf) {
        return LeafPlaces.type(leaf).samples();
    }

    /**
     * How these leaves depend on each other: what is inside is only there if what contains it is, an element only after the one
     * before it. A container has an image, because the API server requires it; only a patch may leave it out, for an ephemeral
     * container that exists already.
     */
    public List<Statement> axioms(Collection<Leaf> leaves) {
        TreeSet<Leaf> known = new TreeSet<>(leaves);
        List<Statement> axioms = new ArrayList<>();
        for (Leaf leaf : known) {
            container(leaf, known).ifPresent(outer -> axioms.add(implies(leaf, outer)));
            leaf.index().flatMap(index -> before(leaf, index, known)).ifPresent(b -> axioms.add(implies(leaf, b)));
        }
        axioms.addAll(firstContainers(known));
        axioms.addAll(references);
        known.forEach(leaf -> others(leaf).ifPresent(axioms::add));
        known.stream()
                .filter(leaf -> LeafPlaces.type(leaf) == LeafType.IMAGE)
                .filter(image -> !image.pointer().contains("/ephemeralContainers/"))
                .forEach(image -> axioms.add(implies(image.parent().orElseThrow(), image)));
        return axioms;
    }

    /** The API server creates a pod, or a workload with a template, only if its spec has a container. */
    private List<Statement> firstContainers(Set<Leaf> known) {
        List<Statement> axioms = new ArrayList<>();
        for (Leaf first : known) {
            String pointer = first.pointer();
            boolean isFirst = pointer.endsWith("/spec/containers/0");
            Leaf object = new Leaf(pointer.substring(0, Math.max(0, pointer.indexOf("/spec/")) + "/spec".length()));
            for (Leaf leaf : isFirst ? known : Set.<Leaf>of()) {
                boolean isOuter = (leaf.equals(object) || leaf.isInside(object))
                        && container(leaf, known)
                                .filter(outer -> outer.equals(object) || outer.isInside(object))
                                .isEmpty();
                if (isOuter) {
                    axioms.add(Statement.any(
                            Statement.not(Statement.all(kind(pointer), isCreated, new Statement.Present(leaf))),
                            new Statement.Present(first)));
                }
            }
        }
        return axioms;
    }

    /** The kinds whose pods' specs are at such a place. */
    private Statement kind(String pointer) {
        return pointer.contains("/jobTemplate/")
                ? isCronJob
                : pointer.contains("/template/") ? Statement.any(isController, isJob) : isPod;
    }

    /**
     * An accepted object is one of its kind, and the log shows it decoded: a Pod's spec has containers and no template. Only a
     * patch is logged as it was sent; what the server does not know in it has no effect there, and is left out here.
     */
    private Optional<Statement> others(Leaf leaf) {
        String[] steps = leaf.pointer().split("/", 5);
        boolean isSpec = steps.length > 3
                && (steps[1].equals("requestObject") || steps[1].equals("responseObject"))
                && steps[2].equals("spec");
        if (!isSpec) {
            return Optional.empty();
        }
        List<Statement> none =
                switch (steps[3]) {
                    case "template" -> List.of(isPod, isCronJob);
                    case "jobTemplate" -> List.of(isPod, isController, isJob);
                    case "containers",
                            "initContainers",
                            "ephemeralContainers",
                            "serviceAccountName",
                            "serviceAccount",
                            "automountServiceAccountToken",
                            "runtimeClassName",
                            "resources" -> List.of(isController, isJob, isCronJob);
                    default -> List.of();
                };
        return none.isEmpty()
                ? Optional.empty()
                : Optional.of(Statement.not(Statement.all(new Statement.Present(leaf), new Statement.Any(none))));
    }

    /**
     * What an objectRef says of pods and workloads. They belong to namespaces, and the API server puts theirs into each
     * request. Kubernetes has jobs and cronjobs only in the group batch, and the other workloads only in apps. No API group
     * other than the core creates pods: the one of metrics.k8s.io only reads them. Its own ClusterRoles, ClusterRoleBindings and
     * RuntimeClasses belong to no namespace.
     */
    private List<Statement> references() throws TooLarge {
        Leaf group = Leaf.ROOT.at("objectRef", "apiGroup");
        Statement isBatch = Statement.any(isJob, isCronJob);
        return List.of(
                Statement.any(
                        Statement.not(Statement.any(isController, isBatch, isPod)),
                        new Statement.Present(Leaf.ROOT.at("objectRef", "namespace"))),
                Statement.not(Statement.all(isController, new Statement.Within(group, Texts.of(List.of("batch"))))),
                Statement.not(Statement.all(isBatch, new Statement.Within(group, Texts.of(List.of("apps"))))),
                Statement.not(Statement.all(isPod, new Statement.Present(group))),
                Statement.not(Statement.all(
                        isOneOf("clusterroles", "clusterrolebindings", "runtimeclasses"),
                        Statement.any(
                                Statement.not(new Statement.Present(group)),
                                new Statement.Within(
                                        group, Texts.of(List.of("rbac.authorization.k8s.io", "node.k8s.io")))),
                        new Statement.Present(Leaf.ROOT.at("objectRef", "namespace")))));
    }

    private static Statement isOneOf(String... resources) throws TooLarge {
        return new Statement.Within(Leaf.ROOT.at("objectRef", "resource"), Texts.of(List.of(resources)));
    }

    private static Statement implies(Leaf inner, Leaf outer) {
        return Statement.any(Statement.not(new Statement.Present(inner)), new Statement.Present(outer));
    }

    private static Optional<Leaf> container(Leaf leaf, Set<Leaf> known) {
        Optional<Leaf> outer = leaf.parent();
        while (outer.isPresent() && !known.contains(outer.get())) {
            outer = outer.get().parent();
        }
        return outer;
    }

    private static Optional<Leaf> before(Leaf leaf, int index, Set<Leaf> known) {
        Leaf list = leaf.parent().orElseThrow();
        for (int i = index - 1; i >= 0; i--) {
            if (known.contains(list.at(i))) {
                return Optional.of(list.at(i));
            }
        }
        return Optional.empty();
    }
}
