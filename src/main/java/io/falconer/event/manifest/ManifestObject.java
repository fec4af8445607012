package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.Location;

/**
 * A Kubernetes object of a manifest, as the API server decodes it: quantities and the like in their canonical form, keys
 * without a value gone.
 *
 * @param location where it stands
 * @param resource what the API server calls its kind
 * @param object its JSON; what is given and handed out is a copy
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
