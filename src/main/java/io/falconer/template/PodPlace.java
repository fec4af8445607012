package io.falconer.template;

import java.util.List;
import java.util.function.Function;

/**
 * The place of the checked pod in an event.
 *
 * @param path the JSON pointer of the pod's spec
 * @param families the families of containers that the rule checks in this event
 * @param maxContainers how many containers of each family the rule checks
 * @param excepted the containers that the rule ignores, by their JSON pointer
 */
public record PodPlace(
        String path, List<ContainerFamily> families, int maxContainers, Function<String, Term> excepted) {
    public PodPlace {
        families = List.copyOf(families);
    }

    /** A place at which the rule checks every container. */
    public PodPlace(String path, List<ContainerFamily> families, int maxContainers) {
        this(path, families, maxContainers, container -> Term.Constant.FALSE);
    }

    /** The same place with containers that the rule ignores. */
    public PodPlace except(Function<String, Term> containers) {
        return new PodPlace(path, families, maxContainers, containers);
    }

    /** The JSON pointer of the pod's metadata. */
    String metadata() {
        return path.substring(0, path.lastIndexOf('/')) + "/metadata";
    }

    /** The JSON pointer of a container. */
    public String container(ContainerFamily family, int index) {
        return path + "/" + family.key() + "/" + index;
    }
}
