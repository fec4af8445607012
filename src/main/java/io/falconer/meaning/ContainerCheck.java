package io.falconer.meaning;

import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import java.util.List;

/**
 * What one container does wrong, or the pod itself.
 *
 * @param families the lists of a pod's spec whose containers it applies to
 * @param violation what it says of a container
 * @param ofPod what it says of the pod; a check that applies to ephemeral containers says it again when one is added, because
 *     the container takes the settings of the pod
 */
record ContainerCheck(List<String> families, Violation violation, OfPod ofPod) {
    static final String CONTAINERS = "containers";
    static final String INIT = "initContainers";
    static final String EPHEMERAL = "ephemeralContainers";
    static final List<String> ALL = List.of(CONTAINERS, INIT, EPHEMERAL);

    ContainerCheck {
        families = List.copyOf(families);
    }

    ContainerCheck(List<String> families, Violation violation) {
        this(families, violation, pods -> Statement.any());
    }

    /** A check of the pod alone. */
    static ContainerCheck ofPod(OfPod wrong) {
        return new ContainerCheck(List.of(), (pods, container) -> Statement.any(), wrong);
    }

    /** Whether it looks at the pod itself when such pods are requested. */
    boolean looksAt(JudgedPods pods) {
        return pods.families().contains(CONTAINERS) || families.contains(EPHEMERAL);
    }

    /** What is wrong with a container of a pod. */
    @FunctionalInterface
    interface Violation {
        Statement of(JudgedPods pods, Leaf container);
    }

    /** What is wrong with a pod itself. */
    @FunctionalInterface
    interface OfPod {
        Statement of(JudgedPods pods);
    }
}
