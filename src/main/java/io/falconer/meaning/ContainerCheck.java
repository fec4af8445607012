package io.falconer.meaning;

import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import java.util.List;

/**
 * What one container does wrong.
 *
 * @param families the lists of a pod's spec whose containers it applies to
 * @param violation what it says of a container
 */
record ContainerCheck(List<String> families, Violation violation) {
    static final String CONTAINERS = "containers";
    static final String INIT = "initContainers";
    static final String EPHEMERAL = "ephemeralContainers";

    ContainerCheck {
        families = List.copyOf(families);
    }

    /** What is wrong with a container of a pod. */
    @FunctionalInterface
    interface Violation {
        Statement of(Leaf spec, Leaf container);
    }
}
