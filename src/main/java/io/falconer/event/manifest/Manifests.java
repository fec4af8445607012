package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlNode.Mapping;
import io.falconer.yaml.YamlNode.Scalar;
import io.falconer.yaml.YamlNode.Sequence;
import io.falconer.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Kubernetes manifests: YAML or JSON, any number of documents, and {@code List} and {@code PodList} too. */
public final class Manifests {
    private static final String LIST = "List";

    private final SourceFile source;
    private final FieldValidation validation;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<ManifestObject> objects = new ArrayList<>();

    private Manifests(SourceFile source, FieldValidation validation) {
        this.source = source;
        this.validation = validation;
    }

    /**
     * The objects of {@code source} in order. Empty documents do not count, and unknown kinds are accepted unchanged. Codes:
     * those of {@link YamlReader}, {@code manifest-not-object}, {@code manifest-missing-key}, {@code manifest-wrong-type},
     * {@code manifest-unknown-field}, {@code manifest-invalid}, and as a warning {@code manifest-old-version}.
     */
    public static Outcome<List<ManifestObject>> read(SourceFile source) {
        return read(source, FieldValidation.STRICT);
    }

    /** The same; fields that a kind does not have are errors, warnings or dropped silently. */
    public static Outcome<List<ManifestObject>> read(SourceFile source, FieldValidation validation) {
        Outcome<List<YamlNode>> documents = YamlReader.read(source);
        Manifests manifests = new Manifests(source, validation);
        documents.value().orElse(List.of()).stream()
                .filter(document -> !document.isNull())
                .forEach(document -> manifests.document(document, Optional.empty()));
        manifests.problems.addAll(documents.diagnostics());
        List<Diagnostic> problems =
                manifests.problems.stream().sorted(Diagnostic.ORDER).toList();
        return documents.value().isPresent()
                ? Outcome.unlessErrors(List.copyOf(manifests.objects), problems)
                : Outcome.failed(problems);
    }

    /** {@code listed} is the type of the items of a typed list, which need not state it themselves. */
    private void document(YamlNode node, Optional<Resource> listed) {
        if (!(node instanceof Mapping mapping)) {
            report(
                    node,
                    "manifest-not-object",
                    "a Kubernetes object must be a mapping, not " + node.kind(),
                    "an object starts with apiVersion and kind");
            return;
        }
        Optional<String> apiVersion = text(mapping, "apiVersion").or(() -> listed.map(Resource::apiVersion));
        Optional<String> kind = text(mapping, "kind").or(() -> listed.map(Resource::kind));
        if (apiVersion.isEmpty() || kind.isEmpty()) {
            String missing = apiVersion.isEmpty() ? "apiVersion" : "kind";
            report(
                    start(mapping),
                    "manifest-missing-key",
                    "this is not a Kubernetes object: it has no " + missing,
                    "add its type, such as apiVersion: v1 and kind: Pod");
        } else if (kind.get().endsWith(LIST) && mapping.get("items").orElse(mapping) instanceof Sequence items) {
            String item = kind.get().substring(0, kind.get().length() - LIST.length());
            Optional<Resource> typed =
                    item.isEmpty() ? Optional.empty() : Optional.of(Resource.of(apiVersion.get(), item));
            items.items().forEach(object -> document(object, typed));
        } else {
            object(mapping, Resource.of(apiVersion.get(), kind.get()));
        }
    }

    private void object(Mapping mapping, Resource resource) {
        List<Diagnostic> found = new ArrayList<>();
        ManifestSource place = new ManifestSource(source, mapping);
        UnknownFields unknown = new UnknownFields();
        ObjectNode written = new JsonTree(source, found).mapping(mapping);
        written.put("apiVersion", resource.apiVersion()).put("kind", resource.kind());
        Optional<Diagnostic> type = ServedKinds.problem(place, resource);
        type.ifPresent(problems::add);
        if (type.filter(problem -> problem.severity() == Severity.ERROR).isPresent()) {
            return;
        }
        found.addAll(Shape.problems(source, mapping, resource, written));
        if (found.isEmpty()) {
            try {
                ObjectNode object = KnownKinds.decode(resource, written, unknown);
                if (type.isEmpty()) { // old versions have a few fields of their own
                    unknown(unknown.problems(place, resource), found);
                }
                found.addAll(Validation.problems(place, resource, object));
                objects.add(new ManifestObject(new Location(source, mapping.span()), resource, object));
            } catch (JsonMappingException e) {
                found.add(WrongType.of(source, mapping, e));
            }
        }
        problems.addAll(found);
    }

    private void unknown(List<Diagnostic> unknown, List<Diagnostic> errors) {
        switch (validation) {
            case STRICT -> errors.addAll(unknown);
            case WARN -> unknown.forEach(error -> problems.add(error.withSeverity(Severity.WARNING)));
            case IGNORE -> {}
        }
    }

    private static Optional<String> text(Mapping mapping, String key) {
        return mapping.get(key)
                .flatMap(node -> node instanceof Scalar scalar && !scalar.text().isBlank() && !scalar.isNull()
                        ? Optional.of(scalar.text())
                        : Optional.empty());
    }

    /** The first key, because a whole object would be too much to mark. */
    private static YamlNode start(Mapping mapping) {
        return mapping.entries().isEmpty()
                ? mapping
                : mapping.entries().getFirst().key();
    }

    private void report(YamlNode node, String code, String message, String hint) {
        problems.add(Diagnostic.error(code, message, new Location(source, node.span()))
                .withHint(hint));
    }
}
