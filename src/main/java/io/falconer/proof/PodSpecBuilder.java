package io.falconer.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.template.ContainerFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The spec of a pod for a proof, built container by container. */
final class PodSpecBuilder {
    private final ObjectNode spec;

    /** An existing pod, to which containers can be added. */
    PodSpecBuilder(ObjectNode spec) {
        this.spec = spec;
    }

    /** A pod whose containers are compliant copies of {@code container}. */
    PodSpecBuilder(ObjectNode container, ContainerFamily family, int count) {
        this(JsonNodeFactory.instance.objectNode());
        if (family != ContainerFamily.CONTAINERS) {
            add(ContainerFamily.CONTAINERS, container.deepCopy());
        }
        for (int i = 0; i < count; i++) {
            add(family, container.deepCopy());
        }
    }

    /** Adds a container with a unique name. */
    PodSpecBuilder add(ContainerFamily family, ObjectNode container) {
        ArrayNode list = spec.withArray("/" + family.key());
        container.put("name", family.key().toLowerCase(Locale.ROOT) + "-" + list.size());
        list.add(container);
        return this;
    }

    /** Changes one container; a negative index counts from the end. */
    PodSpecBuilder change(ContainerFamily family, int index, ContainerChange change) {
        ArrayNode list = spec.withArray("/" + family.key());
        JsonNode container = list.get(index < 0 ? list.size() + index : index);
        change.apply().accept((ObjectNode) container);
        return this;
    }

    ObjectNode spec() {
        return spec;
    }

    /** The images of all its containers. */
    static List<String> images(ObjectNode spec) {
        List<String> images = new ArrayList<>();
        for (ContainerFamily family : ContainerFamily.values()) {
            spec.path(family.key())
                    .forEach(container -> images.add(container.path("image").asText()));
        }
        return images;
    }
}
