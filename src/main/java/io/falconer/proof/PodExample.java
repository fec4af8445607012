package io.falconer.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.template.ContainerFamily;
import io.falconer.template.Example;
import java.util.Arrays;
import java.util.Locale;

/** A pod from a template's example: its description, its metadata and its spec, with at least one container. */
record PodExample(String what, ObjectNode metadata, ObjectNode spec) {
    PodExample {
        metadata = metadata.deepCopy();
        spec = spec.deepCopy();
    }

    static PodExample of(Example example) {
        ObjectNode spec = example.part().withObject("/spec").deepCopy();
        if (spec.withArray("/containers").isEmpty()) {
            new PodSpecBuilder(spec).add(ContainerFamily.CONTAINERS, bare());
        }
        for (ContainerFamily family : ContainerFamily.values()) {
            spec.path(family.key()).forEach(node -> complete((ObjectNode) node, family));
        }
        return new PodExample(
                ExampleText.of(example), example.part().withObject("/metadata").deepCopy(), spec);
    }

    /** The number of containers in its largest family. */
    int most() {
        return Arrays.stream(ContainerFamily.values())
                .mapToInt(family -> spec.path(family.key()).size())
                .max()
                .orElse(0);
    }

    /** A container that only has an image. */
    static ObjectNode bare() {
        return ResourceProofs.compliant().retain("image");
    }

    private static void complete(ObjectNode container, ContainerFamily family) {
        if (!container.has("image")) {
            container.setAll(bare());
        }
        if (!container.has("name")) {
            container.put("name", family.key().toLowerCase(Locale.ROOT));
        }
    }
}
