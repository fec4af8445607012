package io.falconer.event.manifest;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlNode.Mapping;
import io.falconer.yaml.YamlNode.Scalar;
import io.falconer.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * An object as it is written in its file, for the places of errors.
 *
 * @param mapping the whole object
 */
record ManifestSource(SourceFile source, Mapping mapping) {
    /** An error in what is at {@code pointer} (RFC 6901), or missing below it. */
    Diagnostic invalid(String pointer, String message, String hint) {
        return error("manifest-invalid", pointer, message, hint);
    }

    /** An error because the mapping at {@code pointer} has no such key. */
    Diagnostic missing(String pointer, String message, String hint) {
        return error("manifest-missing-key", pointer, message, hint);
    }

    /** A warning about the version of the object. */
    Diagnostic old(String message, String hint) {
        return error("manifest-old-version", "/apiVersion", message, hint).withSeverity(Severity.WARNING);
    }

    /** An error because the mapping around {@code pointer} must not have its key. */
    Diagnostic unknown(String pointer, String message, String hint) {
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1).replace("~1", "/").replace("~0", "~");
        YamlNode around = last == 0 ? mapping : node(pointer.substring(0, last));
        YamlNode place = around instanceof Mapping some
                ? some.entries().stream()
                        .filter(entry -> entry.name().equals(name))
                        .findFirst()
                        .map(Entry::key)
                        .orElseGet(() -> start(around))
                : around;
        return Diagnostic.error("manifest-unknown-field", message, new Location(source, place.span()))
                .withHint(hint);
    }

    private Diagnostic error(String code, String pointer, String message, String hint) {
        return Diagnostic.error(code, message, new Location(source, at(pointer).span()))
                .withHint(hint);
    }

    /** What {@code pointer} leads to, as far as it exists. Merge keys bring in what is elsewhere. */
    private YamlNode at(String pointer) {
        YamlNode node = node(pointer);
        return node == mapping ? mapping.get("kind").orElse(mapping) : start(node);
    }

    private YamlNode node(String pointer) {
        YamlNode node = mapping;
        for (String step : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
            Optional<YamlNode> next = child(node, step);
            if (next.isEmpty()) {
                break;
            }
            node = next.get();
        }
        return node;
    }

    private static Optional<YamlNode> child(YamlNode node, String step) {
        return switch (node) {
            case Scalar s -> Optional.empty();
            case Sequence(List<YamlNode> items, var s) ->
                step.matches("\\d{1,9}") && Integer.parseInt(step) < items.size()
                        ? Optional.of(items.get(Integer.parseInt(step)))
                        : Optional.empty();
            case Mapping some -> some.get(step);
        };
    }

    /** The first key, because a whole mapping would be too much to mark. */
    private static YamlNode start(YamlNode node) {
        return node instanceof Mapping some && !some.entries().isEmpty()
                ? some.entries().getFirst().key()
                : node;
    }
}
