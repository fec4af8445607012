package io.falconer.template;

import java.util.Optional;

/**
 * Where in an event the judged object stands.
 *
 * @param object the JSON pointer of the object that was sent or stored
 * @param pod where its pod stands, if pods are judged
 */
public record ObjectPlace(String object, Optional<PodPlace> pod) {
    /** A pod, or the template of one, in an object. */
    public static ObjectPlace of(String object, PodPlace pod) {
        return new ObjectPlace(object, Optional.of(pod));
    }

    /** An object in which no pod is looked for. */
    public static ObjectPlace of(String object) {
        return new ObjectPlace(object, Optional.empty());
    }
}
