package io.falconer.template;

import java.util.Optional;

/**
 * The place of the checked object in an event.
 *
 * @param object the JSON pointer of the object that was sent or stored
 * @param pod the place of its pod, if the rule checks pods
 */
public record ObjectPlace(String object, Optional<PodPlace> pod) {
    /** The place of a pod, or of a pod template, in an object. */
    public static ObjectPlace of(String object, PodPlace pod) {
        return new ObjectPlace(object, Optional.of(pod));
    }

    /** The place of an object without a pod. */
    public static ObjectPlace of(String object) {
        return new ObjectPlace(object, Optional.empty());
    }
}
