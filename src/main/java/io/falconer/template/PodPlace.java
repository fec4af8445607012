package io.falconer.template;

import java.util.List;

/**
 * Where in an event the judged pod stands.
 *
 * @param path the JSON pointer of the pod's spec
 * @param families those of its containers that the event is judged for
 * @param maxContainers how many containers of each family are judged
 */
public record PodPlace(String path, List<Family> families, int maxContainers) {
    public PodPlace {
        families = List.copyOf(families);
    }

    /** The JSON pointer of a container. */
    public String container(Family family, int index) {
        return path + "/" + family.key() + "/" + index;
    }
}
