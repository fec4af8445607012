package io.falconer.meaning;

import io.falconer.language.Automaton;
import io.falconer.language.Products;
import io.falconer.language.TooLarge;
import io.falconer.model.ImageReferences;
import io.falconer.model.Leaf;
import io.falconer.model.Quantities;
import io.falconer.model.Statement;
import io.falconer.policy.AllowedImages;
import io.falconer.policy.Control;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.policy.RequiredResource;
import io.falconer.policy.ResourceLimits;
import io.falconer.policy.TemplateControl;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy forbids, as docs/policy.md says it. A list of containers has one more element here than rules check. It stands
 * for all that follow.
 */
public final class PolicyMeaning {
    private final Policy policy;
    private final List<PolicyException> holding;

    /** @param holding the policy's exceptions that have not expired */
    public PolicyMeaning(Policy policy, List<PolicyException> holding) {
        this.policy = policy;
        this.holding = List.copyOf(holding);
    }

    /**
     * The events that a check of a control forbids; empty if this check has no meaning here yet.
     *
     * @throws TooLarge if the policy's values lead to automata that are too large
     */
    public Optional<Statement> of(Control control, String check) throws TooLarge {
        Optional<Statement> other = new KindMeaning(policy, holding).of(control, check);
        if (other.isPresent()) {
            return other;
        }
        Optional<ContainerCheck> meaning =
                switch (control) {
                    case ResourceLimits limits -> resources(limits, check);
                    case AllowedImages images -> images(images, check);
                    case ListeningSockets sockets -> Optional.empty();
                    case TemplateControl template -> WorkloadMeaning.of(template, check);
                };
        return meaning.isEmpty() ? Optional.empty() : Optional.of(pods(control, check, meaning.get()));
    }

    /**
     * The pods with more containers of a kind than rules check; empty if a control has no meaning here yet.
     *
     * @throws TooLarge if the policy's values lead to automata that are too large
     */
    public Optional<Statement> overflow() throws TooLarge {
        Set<String> families = new LinkedHashSet<>();
        List<Statement> where = new ArrayList<>();
        for (Control control : policy.controls()) {
            if (NamespaceMeaning.isNowhere(control.scope().match())) {
                continue;
            }
            switch (control) {
                case ListeningSockets sockets -> {}
                case TemplateControl template -> {
                    Optional<List<String>> known = WorkloadMeaning.isOf(template)
                            ? Optional.of(WorkloadMeaning.families(template))
                            : KindMeaning.families(template);
                    if (known.isEmpty()) {
                        return Optional.empty();
                    }
                    if (!known.get().isEmpty()) {
                        families.addAll(known.get());
                        where.add(NamespaceMeaning.of(control.scope().match()));
                    }
                }
                case ResourceLimits limits -> {
                    families.addAll(List.of(ContainerCheck.CONTAINERS, ContainerCheck.INIT));
                    where.add(NamespaceMeaning.of(control.scope().match()));
                }
                case AllowedImages images -> {
                    families.addAll(ContainerCheck.ALL);
                    where.add(NamespaceMeaning.of(control.scope().match()));
                }
            }
        }
        List<Statement> any = new ArrayList<>();
        for (JudgedPods pods : JudgedPods.of(policy)) {
            List<Statement> beyond = pods.families().stream()
                    .filter(families::contains)
                    .<Statement>map(family ->
                            new Statement.Present(pods.spec().at(family).at(policy.maxContainers())))
                    .toList();
            any.add(Statement.all(pods.requested(), new Statement.Any(beyond)));
        }
        return Optional.of(
                Statement.all(NamespaceMeaning.of(policy.match()), new Statement.Any(where), new Statement.Any(any)));
    }

    private static Optional<ContainerCheck> resources(ResourceLimits control, String check) throws TooLarge {
        for (RequiredResource limit : control.limits()) {
            if (check.equals(name(limit, "Limit"))) {
                return Optional.of(without("limits", limit));
            }
        }
        for (RequiredResource request : control.requests()) {
            if (check.equals(name(request, "Request"))) {
                return Optional.of(without("requests", request));
            }
        }
        return Optional.empty();
    }

    private static String name(RequiredResource resource, String what) {
        return (resource.resource().equals("ephemeral-storage") ? "ephemeralStorage" : resource.resource()) + what;
    }

    /**
     * Kubernetes counts a value of the pod for all its containers. A container's own value above the maximum is wrong, whatever
     * the pod has. Ephemeral containers cannot have resources.
     */
    private static ContainerCheck without(String kind, RequiredResource asked) throws TooLarge {
        Automaton some = Quantities.nonzero();
        Automaton right = asked.most().isPresent()
                ? Products.intersection(
                        some, Quantities.atMost(asked.most().get().value()))
                : some;
        return new ContainerCheck(List.of(ContainerCheck.CONTAINERS, ContainerCheck.INIT), (pods, container) -> {
            Leaf own = container.at("resources", kind, asked.resource());
            Leaf whole = pods.spec().at("resources", kind, asked.resource());
            return Statement.not(Statement.any(
                    new Statement.Within(own, right),
                    Statement.all(Statement.not(new Statement.Within(own, some)), new Statement.Within(whole, right))));
        });
    }

    private static Optional<ContainerCheck> images(AllowedImages control, String check) throws TooLarge {
        return switch (check) {
            case "allowedImages" -> Optional.of(ofImages(allowed(control)));
            case "requireDigest" -> {
                Automaton digests = ImageReferences.withDigest();
                yield Optional.of(ofImages(image -> Statement.not(new Statement.Within(image, digests))));
            }
            case "denyTags" -> {
                Automaton tagged = ImageMeaning.tagged(control.denyTags());
                yield Optional.of(ofImages(image -> new Statement.Within(image, tagged)));
            }
            default -> Optional.empty();
        };
    }

    /** What is wrong with an image. */
    @FunctionalInterface
    private interface OfImage {
        Statement of(Leaf image);
    }

    private static ContainerCheck ofImages(OfImage wrong) {
        return new ContainerCheck(ContainerCheck.ALL, (pods, container) -> wrong.of(container.at("image")));
    }

    private static OfImage allowed(AllowedImages control) throws TooLarge {
        List<Statement> where = new ArrayList<>();
        List<Automaton> what = new ArrayList<>();
        for (AllowedImages.Allowance allowance : control.allow()) {
            where.add(NamespaceMeaning.oneOf(allowance.namespaces()));
            what.add(ImageMeaning.of(allowance.images()));
        }
        return image -> {
            List<Statement> allowed = new ArrayList<>();
            for (int i = 0; i < where.size(); i++) {
                allowed.add(Statement.all(where.get(i), new Statement.Within(image, what.get(i))));
            }
            return Statement.not(new Statement.Any(allowed));
        };
    }

    private Statement pods(Control control, String check, ContainerCheck meaning) throws TooLarge {
        ExceptionMeaning exceptions = new ExceptionMeaning(holding, control.kind(), check);
        List<Statement> any = new ArrayList<>();
        for (JudgedPods pods : JudgedPods.of(policy)) {
            List<Statement> wrong = new ArrayList<>();
            for (String family : pods.families()) {
                if (meaning.families().contains(family)) {
                    for (int i = 0; i <= policy.maxContainers(); i++) {
                        Leaf container = pods.spec().at(family).at(i);
                        wrong.add(Statement.all(
                                pods.has(family, container),
                                meaning.violation().of(pods, container),
                                Statement.not(exceptions.container(pods.spec(), container))));
                    }
                }
            }
            if (meaning.looksAt(pods)) {
                wrong.add(Statement.all(
                        meaning.ofPod().of(pods), Statement.not(exceptions.images(pods, policy.maxContainers()))));
            }
            any.add(Statement.all(
                    pods.requested(), new Statement.Any(wrong), Statement.not(exceptions.pod(pods.spec()))));
        }
        return Statement.all(
                NamespaceMeaning.of(policy.match()),
                NamespaceMeaning.of(control.scope().match()),
                new Statement.Any(any));
    }
}
