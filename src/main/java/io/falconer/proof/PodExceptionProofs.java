package io.falconer.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.AllowedImages;
import io.falconer.policy.Control;
import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.policy.ResourceLimits;
import io.falconer.policy.TemplateControl;
import io.falconer.template.ContainerFamily;
import io.falconer.template.Example;
import io.falconer.template.Examples;
import io.falconer.template.PodRequestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Proves the exceptions from a rule about pods: the rule must still see what is next to an excepted container. */
final class PodExceptionProofs {
    private final Policy policy;
    private final Control control;
    private final RuleUnderProof rule;
    private final ExceptionOracle oracle;
    private final List<ProofCase> cases = new ArrayList<>();

    PodExceptionProofs(Policy policy, Control control, RuleUnderProof rule, ExceptionOracle oracle) {
        this.policy = policy;
        this.control = control;
        this.rule = rule;
        this.oracle = oracle;
    }

    List<ProofCase> cases(PolicyException exception, String namespace, Optional<String> elsewhere) {
        for (PodRequestKind requestKind : rule.requestKinds()) {
            pod(requestKind, exception, namespace, elsewhere);
        }
        return List.copyOf(cases);
    }

    private void pod(
            PodRequestKind requestKind, PolicyException exception, String namespace, Optional<String> elsewhere) {
        String title = "exception " + exception.name() + ": ";
        ContainerFamily family = requestKind == PodRequestKind.EPHEMERAL
                ? ContainerFamily.EPHEMERAL_CONTAINERS
                : ContainerFamily.CONTAINERS;
        ExceptionMatch match = exception.match();
        String image = match.image().map(ExceptionProofs::sample).orElseGet(this::image);
        String user = match.user().orElse(Sender.of(policy));
        add(requestKind, title + "silenced", namespace, user, spec(family, match, image), false);
        if (changesTheVerdict(match)) {
            return; // the rule checks what the exception names
        }
        // The rule must see what is next to the excepted container. Only that container may fire it, whatever the
        // verdict on
        // the image itself.
        if (match.image().isPresent() && violates(ExceptionProofs.UNWANTED)) {
            if (policy.maxContainers() > 1) {
                ObjectNode beside = spec(family, match, image);
                new PodSpecBuilder(beside).add(family, violating(ExceptionProofs.UNWANTED));
                add(requestKind, title + "another container next to it", namespace, user, beside, true);
            }
            if (requestKind != PodRequestKind.EPHEMERAL) {
                ObjectNode init = spec(family, match, image);
                new PodSpecBuilder(init).add(ContainerFamily.INIT_CONTAINERS, violating(ExceptionProofs.UNWANTED));
                add(requestKind, title + "an init container next to it", namespace, user, init, true);
            }
        }
        if (ExceptionOracle.exceptsContainers(exception, rule.bound()) && control instanceof ResourceLimits) {
            ObjectNode beside = spec(family, match, image);
            new PodSpecBuilder(beside).add(ContainerFamily.INIT_CONTAINERS, ResourceProofs.compliant());
            add(requestKind, title + "a compliant container next to it", namespace, user, beside, false);
        }
        if (violates(image)) {
            elsewhere.ifPresent(name ->
                    add(requestKind, title + "namespace " + name, name, user, spec(family, match, image), true));
            match.user()
                    .ifPresent(u -> add(
                            requestKind,
                            title + "another user",
                            namespace,
                            "mallory",
                            spec(family, match, image),
                            true));
        }
    }

    /**
     * Whether a container with this image violates the rule in every namespace. The images of exceptions may be allowed anyway.
     */
    private boolean violates(String image) {
        return switch (control) {
            case ResourceLimits limits -> true;
            case TemplateControl other -> true;
            case AllowedImages images ->
                rule.bound().check().equals("allowedImages")
                        && images.allow().stream()
                                .flatMap(allowance -> allowance.images().stream())
                                .noneMatch(pattern -> pattern.matches(image));
            case ListeningSockets sockets -> false;
        };
    }

    private void add(
            PodRequestKind requestKind, String what, String namespace, String user, ObjectNode spec, boolean violates) {
        boolean fires = violates && !oracle.excepts(rule.bound(), PodProofs.facts(namespace, user, spec));
        String event = new PodRequest(requestKind, namespace, user, spec).accepted(policy);
        cases.add(new ProofCase(rule.name(), what, fires, List.of(event)));
    }

    private ObjectNode spec(ContainerFamily family, ExceptionMatch match, String image) {
        ObjectNode spec = new PodSpecBuilder(violating(image), family, 1).spec();
        violation(Example.Kind.POD).map(PodExample::of).ifPresent(pod -> pod.spec().properties().stream()
                .filter(entry -> !spec.has(entry.getKey()))
                .forEach(entry -> spec.set(entry.getKey(), entry.getValue())));
        match.serviceAccount().ifPresent(account -> spec.put("serviceAccountName", account));
        return spec;
    }

    /** The image of the template's example, if the rule checks images. */
    private String image() {
        return violation(Example.Kind.POD)
                .map(PodExample::of)
                .filter(pod -> looksAt("image"))
                .map(pod -> PodSpecBuilder.images(pod.spec()).getFirst())
                .orElse(ExceptionProofs.UNWANTED);
    }

    private boolean changesTheVerdict(ExceptionMatch match) {
        return (match.image().isPresent() && looksAt("image"))
                || (match.serviceAccount().isPresent() && looksAt("serviceAccountName"));
    }

    /** Whether the examples of a template's rule set a key. */
    private boolean looksAt(String key) {
        Examples examples = rule.bound().examples().apply("default");
        return Stream.concat(examples.complies().stream(), examples.violates().stream())
                .anyMatch(example -> !example.part().findValues(key).isEmpty());
    }

    /** A container that violates every control, except because of its image. */
    private ObjectNode violating(String image) {
        ObjectNode container = PodExample.bare();
        violation(Example.Kind.CONTAINER).ifPresent(example -> container.setAll(example.part()));
        return container.put("image", image);
    }

    private Optional<Example> violation(Example.Kind kind) {
        return rule.bound().examples().apply("default").violates().stream()
                .filter(example -> example.kind() == kind)
                .findFirst();
    }
}
