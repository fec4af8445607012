package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/** What the API server requires of an object beyond the types of its values, as far as events depend on it. */
final class Shape {
    private final SourceFile source;

    private Shape(SourceFile source) {
        this.source = source;
    }

    /** The errors in the object written at {@code mapping}; {@code object} is its JSON. */
    static List<Diagnostic> problems(SourceFile source, Mapping mapping, Resource resource, ObjectNode object) {
        Shape shape = new Shape(source);
        Optional<YamlNode> metadata = mapping.get("metadata").filter(node -> !node.isNull());
        if (metadata.isPresent() && !(metadata.get() instanceof Mapping)) {
            return List.of(shape.error(
                    metadata.get(),
                    "manifest-wrong-type",
                    "metadata must be a mapping, not " + metadata.get().kind(),
                    "metadata contains name, namespace and labels"));
        }
        JsonNode known = object.path("metadata");
        if (KnownKinds.knows(resource)
                && known.path("name").isMissingNode()
                && known.path("generateName").isMissingNode()) {
            return List.of(shape.error(
                    mapping.get("kind").orElse(mapping),
                    "manifest-missing-key",
                    "the " + resource.kind() + " has no metadata.name",
                    "add a name, or a generateName"));
        }
        return Workload.isWorkload(resource) ? shape.template(mapping, resource, object) : List.of();
    }

    private List<Diagnostic> template(Mapping mapping, Resource resource, ObjectNode object) {
        String pointer = Workload.templatePointer(resource);
        JsonNode template = object.at(pointer);
        YamlNode kind = mapping.get("kind").orElse(mapping);
        if (template.isMissingNode()) {
            return List.of(error(
                    kind,
                    "manifest-missing-key",
                    "the " + resource.kind() + " has no " + pointer.substring(1).replace('/', '.'),
                    "a " + resource.kind() + " creates its pods from this template"));
        }
        return template.at("/spec/ephemeralContainers").isEmpty()
                ? List.of()
                : List.of(error(
                        find(mapping, pointer.substring(1) + "/spec/ephemeralContainers")
                                .orElse(kind),
                        "manifest-invalid",
                        "a pod template cannot have ephemeralContainers",
                        "they can only be added to running pods: put them into a Pod"));
    }

    private static Optional<YamlNode> find(YamlNode from, String path) {
        Optional<YamlNode> node = Optional.of(from);
        for (String key : path.split("/", -1)) {
            node = node.flatMap(parent -> parent instanceof Mapping mapping ? mapping.get(key) : Optional.empty());
        }
        return node;
    }

    private Diagnostic error(YamlNode node, String code, String message, String hint) {
        return Diagnostic.error(code, message, new Location(source, node.span()))
                .withHint(hint);
    }
}
