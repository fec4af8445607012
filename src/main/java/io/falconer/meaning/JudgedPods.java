package io.falconer.meaning;

import io.falconer.language.Automaton;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.Patterns;
import io.falconer.model.Statement;
import io.falconer.policy.Policy;
import io.falconer.policy.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests after which a policy checks a pod, as docs/policy.md says.
 *
 * @param requested that an event is of such a request, and the API server accepted it
 * @param spec the spec of the pod or of the template
 * @param settings the specs that show the settings of the pod; a patch shows none, but the pod has them all the same
 * @param families the lists of containers that such a request brings
 */
record JudgedPods(Statement requested, Leaf spec, List<Leaf> settings, List<String> families) {
    private static final Leaf OBJECT = Leaf.ROOT.at("objectRef");
    private static final List<String> CREATED = List.of(ContainerCheck.CONTAINERS, ContainerCheck.INIT);

    JudgedPods {
        settings = List.copyOf(settings);
        families = List.copyOf(families);
    }

    /** All of them for a policy. The API server creates no pod with ephemeral containers; they are added later. */
    static List<JudgedPods> of(Policy policy) throws TooLarge {
        Leaf object = new Leaf(policy.view().path());
        List<JudgedPods> all = new ArrayList<>();
        if (policy.targets().contains(Target.PODS)) {
            Leaf spec = object.at("spec");
            List<String> added = List.of(ContainerCheck.EPHEMERAL);
            all.add(created(created(List.of("pods"), List.of()), spec));
            all.add(new JudgedPods(added("update"), spec, List.of(spec), added));
            all.add(new JudgedPods(added("patch"), spec, List.of(spec, Leaf.ROOT.at("responseObject", "spec")), added));
        }
        if (policy.targets().contains(Target.WORKLOADS)) {
            List<String> controllers = List.of("deployments", "statefulsets", "daemonsets", "replicasets");
            all.add(created(
                    Statement.any(created(controllers, List.of("apps")), created(List.of("jobs"), List.of("batch"))),
                    object.at("spec", "template", "spec")));
            all.add(created(
                    created(List.of("cronjobs"), List.of("batch")),
                    object.at("spec", "jobTemplate", "spec", "template", "spec")));
        }
        return all;
    }

    private static JudgedPods created(Statement requested, Leaf spec) {
        return new JudgedPods(requested, spec, List.of(spec), CREATED);
    }

    /** The metadata of the pod or of the template. */
    Leaf metadata() {
        return spec.parent().orElseThrow().at("metadata");
    }

    /** The text of a setting of the pod is in the set. */
    Statement set(Automaton texts, String... path) {
        return new Statement.Any(settings.stream()
                .<Statement>map(each -> new Statement.Within(each.at(path), texts))
                .toList());
    }

    /**
     * A container is there. One that is added has an image: a patch of a container that exists already may name it without
     * an image.
     */
    Statement has(String family, Leaf container) {
        return new Statement.Present(family.equals(ContainerCheck.EPHEMERAL) ? container.at("image") : container);
    }

    /** An event without a group counts as one of the group that Kubernetes has the resource in. */
    private static Statement created(List<String> resources, List<String> groups) throws TooLarge {
        Leaf group = OBJECT.at("apiGroup");
        return Statement.all(
                accepted(List.of("create"), resources),
                Statement.not(new Statement.Present(OBJECT.at("subresource"))),
                Statement.any(Statement.not(new Statement.Present(group)), is(group, groups)));
    }

    private static Statement added(String verb) throws TooLarge {
        return Statement.all(
                accepted(List.of(verb), List.of("pods")), is(OBJECT.at("subresource"), List.of("ephemeralcontainers")));
    }

    private static Statement accepted(List<String> verbs, List<String> resources) throws TooLarge {
        return Statement.all(
                is(Leaf.ROOT.at("stage"), List.of("ResponseComplete")),
                is(Leaf.ROOT.at("verb"), verbs),
                is(OBJECT.at("resource"), resources),
                new Statement.Within(Leaf.ROOT.at("responseStatus", "code"), accepted()));
    }

    private static Automaton accepted() throws TooLarge {
        return Patterns.language("2[0-9][0-9]");
    }

    private static Statement is(Leaf leaf, List<String> texts) throws TooLarge {
        return new Statement.Within(leaf, Texts.of(texts));
    }
}
