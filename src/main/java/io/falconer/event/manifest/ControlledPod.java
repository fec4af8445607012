package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A pod as its controller sends it to the API server.
 *
 * @param controller such as {@code replicaset-controller}
 */
record ControlledPod(String controller, ObjectNode object) {
    ControlledPod label(String key, String value) {
        object.withObject("/metadata").withObject("/labels").put(key, value);
        return this;
    }

    ControlledPod finalizer(String name) {
        object.withObject("/metadata").withArray("/finalizers").add(name);
        return this;
    }
}
