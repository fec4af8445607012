package io.falconer.generate;

import io.falconer.generate.Capability.Note;
import io.falconer.plan.ControlArguments;
import io.falconer.plan.GeneratedRule;
import io.falconer.plan.PlannedControl;
import io.falconer.policy.Control;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.policy.Target;
import io.falconer.policy.View;
import io.falconer.template.BoundRule;
import io.falconer.template.Caveat;
import io.falconer.template.ContainerFamily;
import io.falconer.template.Exactness;
import io.falconer.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How exactly the rules of a policy express it. */
final class Capabilities {
    private final Policy policy;
    private final List<PolicyException> holding;
    private final List<Note> notes = new ArrayList<>();
    private Exactness exactness = Exactness.EXACT;

    private Capabilities(Policy policy, List<PolicyException> holding) {
        this.policy = policy;
        this.holding = holding;
    }

    static List<Capability> of(
            Policy policy,
            List<PlannedControl> controls,
            List<RuleNeeds> needs,
            List<PolicyException> holding,
            Templates templates) {
        List<Capability> all = new ArrayList<>();
        for (PlannedControl planned : controls) {
            Control control = planned.control();
            for (GeneratedRule rule : planned.rules()) {
                all.add(new Capabilities(policy, holding).of(control, rule, needs));
            }
            templates
                    .inexpressible(control.kind(), ControlArguments.of(control))
                    .forEach(caveat -> all.add(inexpressible(control, caveat)));
        }
        return all;
    }

    private Capability of(Control control, GeneratedRule generated, List<RuleNeeds> needs) {
        BoundRule rule = generated.bound();
        for (Caveat caveat : rule.caveats()) {
            if (caveat.concerns(policy)) {
                add(caveat.exactness(), caveat.reason(), caveat.narrows());
            }
        }
        switch (rule.judged()) {
            case PODS -> pods(rule);
            case OBJECTS -> objects(control);
            case ACCOUNTS -> {}
            case EVENTS -> events(control, rule);
        }
        needs.stream().filter(each -> each.rule().equals(generated.name())).forEach(this::versions);
        return new Capability(control.kind(), rule.check(), exactness, notes);
    }

    /** What older versions than these cannot express. */
    private void versions(RuleNeeds rule) {
        if (!rule.engine().isLowest()) {
            String reason =
                    rule.engine().reason().map(said -> " (" + said + ")").orElse("");
            add(
                    Exactness.EXACT,
                    "only Falco " + rule.engine().falco() + " and later can express this" + reason,
                    Optional.empty());
        }
        rule.plugins().stream()
                .filter(need -> need.newest().isPresent())
                .forEach(need ->
                        add(Exactness.EXACT, "older plugins than " + need + " cannot express this", Optional.empty()));
    }

    private void add(Exactness how, String reason, Optional<String> narrows) {
        notes.add(new Note(how, reason, narrows));
        if (how != Exactness.EXACT) {
            exactness = how;
        }
    }

    private void pods(BoundRule rule) {
        List<PolicyException> ofImages = holding.stream()
                .filter(e -> rule.isExceptedBy(e) && e.match().image().isPresent())
                .toList();
        if (rule.looksAtContainers() && ofImages.stream().anyMatch(e -> e.team().isPresent())) {
            add(
                    Exactness.OVER,
                    "a team's exception for an image only applies to pods that run no other image",
                    Optional.of("an exception without a team, which applies container by container"));
        }
        if (!ofImages.isEmpty() && rule.looksAtPods()) {
            add(
                    Exactness.OVER,
                    "in a check of the pod itself, an exception for an image only applies if everything in the spec that is"
                            + " called \"image\" matches it, such as a label of nodes",
                    Optional.of("an exception for a namespace, a user or a service account"));
        }
        boolean ofHub = ofImages.stream()
                .filter(e -> e.team().isPresent() || rule.looksAtPods())
                .flatMap(e -> e.match().image().stream())
                .anyMatch(image -> isWithoutRegistry(image) && image.path().isEmpty());
        if (ofHub) {
            add(
                    Exactness.OVER,
                    "an exception for all of Docker Hub only applies to images that are written with the registry",
                    Optional.of("an exception for each repository"));
        }
        if (policy.view() == View.REQUEST
                && policy.targets().contains(Target.PODS)
                && rule.families().contains(ContainerFamily.EPHEMERAL_CONTAINERS)) {
            add(
                    Exactness.EXACT,
                    "an ephemeral container that a JSON patch (RFC 6902) adds is not checked; kubectl does not send such"
                            + " patches",
                    Optional.of("view: admitted"));
        }
        if (!rule.families().isEmpty()) {
            add(
                    Exactness.EXACT,
                    "a pod with more than " + policy.maxContainers()
                            + " containers of a kind fires the overflow rule instead",
                    Optional.of("a higher maxContainers"));
        }
    }

    private void objects(Control control) {
        if (narrowed(control)) {
            add(
                    Exactness.EXACT,
                    "objects without a namespace are checked, whatever namespaces the policy names",
                    Optional.empty());
        }
    }

    private void events(Control control, BoundRule rule) {
        boolean ofHub = holding.stream()
                .filter(rule::isExceptedBy)
                .flatMap(exception -> exception.match().image().stream())
                .anyMatch(Capabilities::isWithoutRegistry);
        if (ofHub) {
            add(
                    Exactness.OVER,
                    "an exception for all of Docker Hub, or of its library, only applies where the runtime writes out the"
                            + " registry of an image",
                    Optional.of("an exception for each repository"));
        }
        if (narrowed(control)) {
            add(
                    Exactness.OVER,
                    "a process whose namespace Falco does not know is checked, because the policy may apply to it",
                    Optional.of("a policy for all namespaces"));
        }
    }

    /** Docker calls such images by their last name only. */
    private static boolean isWithoutRegistry(ImagePattern image) {
        return image.below()
                && image.registry().equals(ImagePattern.DOCKER_HUB)
                && (image.path().isEmpty() || image.path().equals("library"));
    }

    private boolean narrowed(Control control) {
        return Stream.of(policy.match(), control.scope().match())
                .map(NamespaceMatch::include)
                .anyMatch(include -> !include.isEmpty());
    }

    private static Capability inexpressible(Control control, Caveat caveat) {
        return new Capability(
                control.kind(),
                caveat.what(),
                Exactness.INEXPRESSIBLE,
                List.of(new Note(Exactness.INEXPRESSIBLE, caveat.reason(), caveat.narrows())));
    }
}
