package io.falconer.template;

import java.util.Optional;

/**
 * Where in an event the judged object stands.
 *
 * @param object the JSON pointer of the object that was sent or stored
 * @param pod where its pod stands, if pods are judged
 */
public record Place(String object, Optional<PodPlace> pod) {
    /** A pod, or the template of one, in an object. */
    public static Place of(String object, PodPlace pod) {
        return new Place(object, Optional.of(pod));
    }

    /** An object in which no pod is looked for. */
    public static Place of(String object) {
        return new Place(object, Optional.empty());
    }
}
