package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.Location;

/**
 * A Kubernetes object of a manifest, as the API server decodes it: quantities and similar values in their canonical form,
 * without keys that have no value.
 *
 * @param location its place
 * @param resource the API server's name for its kind
 * @param object its JSON; what is passed in and returned is a copy
 */
public record ManifestObject(Location location, Resource resource, ObjectNode object) {
    public ManifestObject {
        object = object.deepCopy();
    }

    @Override
    public ObjectNode object() {
        return object.deepCopy();
    }
}
