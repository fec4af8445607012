package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.yaml.Entry;
import io.falconer.yaml.YamlNode;
import io.falconer.yaml.YamlNode.Mapping;
import io.falconer.yaml.YamlNode.Scalar;
import io.falconer.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Converts YAML to JSON as kubectl does: YAML 1.1 scalars and merge keys. Keys without a value are left out, as the server
 * does.
 */
final class JsonTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SourceFile source;
    private final List<Diagnostic> problems;

    /** Reports into {@code problems} what JSON cannot express. */
    JsonTree(SourceFile source, List<Diagnostic> problems) {
        this.source = source;
        this.problems = problems;
    }

    JsonNode of(YamlNode node) {
        return switch (node) {
            case Scalar scalar -> scalar(scalar);
            case Sequence sequence -> {
                ArrayNode array = JSON.arrayNode();
                for (YamlNode item : sequence.items()) {
                    if (item.isNull()) {
                        report(item, "a list item without a value", "give it a value, or delete its dash");
                    } else {
                        array.add(of(item));
                    }
                }
                yield array;
            }
            case Mapping mapping -> mapping(mapping);
        };
    }

    ObjectNode mapping(Mapping mapping) {
        ObjectNode object = JSON.objectNode();
        for (Entry entry : mapping.entries()) {
            if (!(entry.key() instanceof Scalar key)) {
                report(entry.key(), "a key that is not a text", "write keys as plain texts");
            } else if (isMerge(key)) {
                merge(object, mapping, entry.value());
            } else if (object.has(key.text()) && isWrittenTwice(mapping, entry)) {
                report(key, "the key \"" + key.text() + "\" occurs twice", "delete one of them");
            } else if (!entry.value().isNull()) {
                object.set(key.text(), of(entry.value()));
            }
        }
        return object;
    }

    private void merge(ObjectNode object, Mapping into, YamlNode value) {
        List<YamlNode> parts = value instanceof Sequence sequence ? sequence.items() : List.of(value);
        for (YamlNode part : parts) {
            if (part instanceof Mapping merged) {
                mapping(merged).properties().forEach(property -> {
                    if (into.get(property.getKey()).isEmpty() && !object.has(property.getKey())) {
                        object.set(property.getKey(), property.getValue());
                    }
                });
            } else {
                report(part, "<< merges mappings, but this is " + part.kind(), "merge an anchored mapping: <<: *name");
            }
        }
    }

    private static boolean isMerge(Scalar key) {
        return key.plain() && key.text().equals("<<");
    }

    private static boolean isWrittenTwice(Mapping mapping, Entry entry) {
        return mapping.get(entry.name()).filter(first -> first != entry.value()).isPresent();
    }

    private JsonNode scalar(Scalar scalar) {
        if (!scalar.plain()) {
            return JSON.textNode(scalar.text());
        }
        Optional<JsonNode> typed = KubectlScalar.typed(scalar.text());
        if (typed.isEmpty()) {
            report(scalar, "JSON cannot express the number " + scalar.text(), "quote it if it is a text");
        }
        return typed.orElseGet(() -> JSON.textNode(scalar.text()));
    }

    private void report(YamlNode node, String message, String hint) {
        problems.add(Diagnostic.error("manifest-invalid", message, new Location(source, node.span()))
                .withHint(hint));
    }
}
