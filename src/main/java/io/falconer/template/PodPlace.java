package io.falconer.template;

import java.util.List;
import java.util.function.Function;

/**
 * Where in an event the judged pod stands.
 *
 * @param path the JSON pointer of the pod's spec
 * @param families those of its containers that the event is judged for
 * @param maxContainers how many containers of each family are judged
 * @param excepted which containers are left alone, by their JSON pointer
 */
public record PodPlace(
        String path, List<ContainerFamily> families, int maxContainers, Function<String, Term> excepted) {
    public PodPlace {
        families = List.copyOf(families);
    }

    /** A place at which every container is judged. */
    public PodPlace(String path, List<ContainerFamily> families, int maxContainers) {
        this(path, families, maxContainers, container -> Term.Constant.FALSE);
    }

    /** The same place with containers that are left alone. */
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
