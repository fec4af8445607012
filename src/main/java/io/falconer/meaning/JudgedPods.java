package io.falconer.meaning;

import io.falconer.language.Automaton;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
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

    /** Whether the request creates the pod, so that the settings of the pod count. */
    boolean areCreated() {
        return families.equals(CREATED);
    }

    /**
     * A container is there. One that is added has an image: a patch of a container that exists already may name it without
     * an image.
     */
    Statement has(String family, Leaf container) {
        return new Statement.Present(family.equals(ContainerCheck.EPHEMERAL) ? container.at("image") : container);
    }

    private static Statement created(List<String> resources, List<String> groups) throws TooLarge {
        return Statement.all(
                LoggedRequests.accepted(List.of("create"), resources),
                Statement.not(new Statement.Present(LoggedRequests.SUBRESOURCE)),
                LoggedRequests.inGroups(groups));
    }

    private static Statement added(String verb) throws TooLarge {
        return Statement.all(
                LoggedRequests.accepted(List.of(verb), List.of("pods")),
                LoggedRequests.is(LoggedRequests.SUBRESOURCE, List.of("ephemeralcontainers")));
    }
}
