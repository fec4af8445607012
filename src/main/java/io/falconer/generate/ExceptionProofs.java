package io.falconer.generate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.policy.AllowedImages;
import io.falconer.policy.Control;
import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.policy.ResourceLimits;
import io.falconer.policy.TemplateControl;
import io.falconer.template.Example;
import io.falconer.template.Family;
import io.falconer.template.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves the exceptions from a rule: what they silence, and that they silence nothing else. */
final class ExceptionProofs {
    private static final String UNWANTED = "unwanted.example.com/app:latest";

    private final Policy policy;
    private final Control control;
    private final GeneratedRule rule;
    private final Exempt exempt;
    private final List<ProofCase> cases = new ArrayList<>();

    ExceptionProofs(Policy policy, Control control, GeneratedRule rule, Exempt exempt) {
        this.policy = policy;
        this.control = control;
        this.rule = rule;
        this.exempt = exempt;
    }

    List<ProofCase> cases() {
        for (PolicyException exception : exempt.of(rule.bound())) {
            Optional<String> namespace = namespace(policy, control, exception);
            Optional<String> elsewhere =
                    NamespaceSamples.judged(policy, control, List.of(), name -> !reaches(exception, name));
            if (control instanceof TemplateControl && rule.bound().judged() != Judged.PODS) {
                namespace.ifPresent(name -> example(exception, name, elsewhere));
            } else if (control instanceof ListeningSockets) {
                namespace.ifPresent(name -> socket(exception, name, elsewhere));
            } else {
                for (Occasion occasion : rule.judged().stream().sorted().toList()) {
                    namespace.ifPresent(name -> pod(occasion, exception, name, elsewhere));
                }
            }
        }
        return List.copyOf(cases);
    }

    /** A namespace that the control judges and that the exception covers. */
    static Optional<String> namespace(Policy policy, Control control, PolicyException exception) {
        List<String> globs =
                new ArrayList<>(exception.match().namespace().stream().toList());
        exception.team().ifPresent(team -> globs.addAll(team.namespaces()));
        return NamespaceSamples.judged(policy, control, globs, name -> reaches(exception, name));
    }

    private static boolean reaches(PolicyException exception, String namespace) {
        return exception
                        .team()
                        .map(t -> NamespaceMatch.anyMatches(t.namespaces(), namespace))
                        .orElse(true)
                && exception
                        .match()
                        .namespace()
                        .map(glob -> NamespaceMatch.anyMatches(List.of(glob), namespace))
                        .orElse(true);
    }

    private void pod(Occasion occasion, PolicyException exception, String namespace, Optional<String> elsewhere) {
        String title = "exception " + exception.name() + ": ";
        Family family = occasion == Occasion.EPHEMERAL ? Family.EPHEMERAL_CONTAINERS : Family.CONTAINERS;
        ExceptionMatch match = exception.match();
        String image = match.image().map(ExceptionProofs::sample).orElse(UNWANTED);
        String user = match.user().orElse(PodProofs.USER);
        add(occasion, title + "silenced", namespace, user, spec(family, match, image), false);
        // What is beside the excepted container must be seen; only these may fire, whatever the image's own verdict.
        if (match.image().isPresent() && violates(UNWANTED)) {
            if (policy.maxContainers() > 1) {
                ObjectNode beside = spec(family, match, image);
                new PodSketch(beside).add(family, violating(UNWANTED));
                add(occasion, title + "another container beside it", namespace, user, beside, true);
            }
            if (occasion != Occasion.EPHEMERAL) {
                ObjectNode init = spec(family, match, image);
                new PodSketch(init).add(Family.INIT_CONTAINERS, violating(UNWANTED));
                add(occasion, title + "an init container beside it", namespace, user, init, true);
            }
        }
        if (ContainerExceptions.concerns(exception, rule.bound()) && control instanceof ResourceLimits) {
            ObjectNode beside = spec(family, match, image);
            new PodSketch(beside).add(Family.INIT_CONTAINERS, ResourceProofs.compliant());
            add(occasion, title + "a compliant container beside it", namespace, user, beside, false);
        }
        if (violates(image)) {
            elsewhere.ifPresent(
                    name -> add(occasion, title + "namespace " + name, name, user, spec(family, match, image), true));
            match.user()
                    .ifPresent(u -> add(
                            occasion, title + "another user", namespace, "mallory", spec(family, match, image), true));
        }
    }

    /**
     * Whether a container of this image violates the rule in every namespace; images of exceptions may be allowed anyway.
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

    private void add(Occasion occasion, String what, String namespace, String user, ObjectNode spec, boolean violates) {
        boolean fires = violates && !exempt.applies(rule.bound(), PodProofs.facts(namespace, user, spec));
        String event = new PodRequest(occasion, namespace, user, spec).accepted(policy);
        cases.add(new ProofCase(rule.name(), what, fires, List.of(event)));
    }

    private static String sample(ImagePattern image) {
        return ImageSamples.meant(image).getFirst();
    }

    private ObjectNode spec(Family family, ExceptionMatch match, String image) {
        ObjectNode spec = new PodSketch(violating(image), family, 1).spec();
        violation(Example.Kind.POD).map(PodExample::of).ifPresent(pod -> pod.spec().properties().stream()
                .filter(entry -> !spec.has(entry.getKey()))
                .forEach(entry -> spec.set(entry.getKey(), entry.getValue())));
        match.serviceAccount().ifPresent(account -> spec.put("serviceAccountName", account));
        return spec;
    }

    /** A container that violates every control but for its image. */
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

    private void example(PolicyException exception, String namespace, Optional<String> elsewhere) {
        String title = "exception " + exception.name() + ": ";
        violation(namespace).ifPresent(event -> {
            add(title + "silenced", matching(exception.match(), event));
            add(title + "another user", matching(exception.match(), event).by("mallory"));
        });
        elsewhere.ifPresent(name -> violation(name)
                .ifPresent(event -> add(title + "namespace " + name, matching(exception.match(), event))));
    }

    private Optional<ExampleEvent> violation(String namespace) {
        return rule.bound().examples().apply(namespace).violates().stream()
                .findFirst()
                .map(example -> ExampleEvent.of(policy, rule.bound(), example, namespace));
    }

    private ExampleEvent matching(ExceptionMatch match, ExampleEvent event) {
        ExampleEvent with = event;
        if (rule.bound().judged() == Judged.ACCOUNTS && match.serviceAccount().isPresent()) {
            String namespace = event.facts().namespace().orElse("default");
            with = with.by(NamespaceTerms.ACCOUNT + namespace + ":"
                    + match.serviceAccount().get());
        }
        if (match.user().isPresent()) {
            with = with.by(match.user().get());
        }
        if (match.process().isPresent()) {
            with = with.with("proc.name", match.process().get());
        }
        if (match.image().isPresent()) {
            ImagePattern image = match.image().get();
            with = with.with("container.image", sample(image))
                    .with("container.image.repository", ImageSamples.repository(sample(image)));
        }
        return with;
    }

    /** Not every event of another user violates: an account's request is one only of an account. */
    private void add(String what, ExampleEvent event) {
        boolean account = event.json().path("user").path("username").asText().startsWith(NamespaceTerms.ACCOUNT);
        if (rule.bound().judged() != Judged.ACCOUNTS || account) {
            boolean fires = !exempt.applies(rule.bound(), event.facts());
            cases.add(
                    new ProofCase(rule.name(), what, fires, List.of(event.json().toString())));
        }
    }

    private void socket(PolicyException exception, String namespace, Optional<String> elsewhere) {
        ExceptionMatch match = exception.match();
        SocketCall call = new SocketCall(
                "listen",
                Optional.of(namespace),
                Optional.of(match.image().map(ExceptionProofs::sample).orElse(UNWANTED)),
                match.process().orElse("proof"),
                4444,
                match.user().orElse("root"),
                '4',
                0,
                false);
        String title = "exception " + exception.name() + ": ";
        silent(title + "silenced", call);
        if (control instanceof ListeningSockets sockets && sockets.allow().isEmpty()) {
            elsewhere.ifPresent(name -> any(title + "namespace " + name, call.namespace(Optional.of(name))));
            match.image().ifPresent(i -> any(title + "another image", call.image(Optional.of(UNWANTED))));
            match.process().ifPresent(p -> any(title + "another process", call.process("other")));
            match.user().ifPresent(u -> any(title + "another user", call.user("mallory")));
        }
    }

    private void silent(String what, SocketCall call) {
        cases.add(new ProofCase(rule.name(), what, false, List.of(call.event())));
    }

    private void any(String what, SocketCall call) {
        boolean fires = !exempt.applies(rule.bound(), call.facts());
        cases.add(new ProofCase(rule.name(), what, fires, List.of(call.event())));
    }
}
