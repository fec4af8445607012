package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * What the API server refuses in the spec of a pod or template (ValidatePodSpec of its package core). Two things are accepted
 * because manifests of tests leave them out: a container's image, and the containers of a pod with ephemeral containers.
 */
final class PodValidation {
    private PodValidation() {}

    /** The errors in the spec at {@code pointer} in {@code object}. */
    static List<Diagnostic> problems(ManifestSource written, Resource resource, ObjectNode object, String pointer) {
        List<Diagnostic> problems = new ArrayList<>();
        String path = pointer.substring(1).replace('/', '.');
        JsonNode spec = object.at(pointer);
        if (spec.path("containers").isEmpty()
                && spec.path("ephemeralContainers").isEmpty()) {
            problems.add(written.missing(
                    pointer + "/containers",
                    "the " + resource.kind() + " has no " + path + ".containers",
                    "a pod has at least one container: containers: [{name: app, image: nginx}]"));
        }
        for (String family : List.of("initContainers", "containers", "ephemeralContainers")) {
            for (int i = 0; i < spec.path(family).size(); i++) {
                if (spec.path(family).path(i).path("name").asText().isEmpty()) {
                    problems.add(written.missing(
                            pointer + "/" + family + "/" + i,
                            path + "." + family + "[" + i + "] has no name",
                            "give the container a name that is unique in its pod"));
                }
            }
        }
        return List.copyOf(problems);
    }
}
