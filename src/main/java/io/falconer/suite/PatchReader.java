package io.falconer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.falconer.event.json.YamlJson;
import io.falconer.suite.Patch.Operation;
import io.falconer.suite.Patch.Verb;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the {@code patch} of a test; an operation that can never be applied is refused at its place. */
final class PatchReader {
    private static final PatchPath WHOLE = new PatchPath(List.of());

    private final SourceFile source;

    PatchReader(SourceFile source) {
        this.source = source;
    }

    Optional<Patch> read(MappingReader test) {
        Optional<YamlNode> node = test.node("patch");
        List<MappingReader> items = test.mappings("patch");
        if (items.size() > Patch.MOST) {
            test.error(node.orElseThrow().span(), "bad-patch", "a patch has at most " + Patch.MOST + " operations");
            return Optional.empty();
        }
        List<Operation> operations = new ArrayList<>();
        items.forEach(item -> operation(item).ifPresent(operations::add));
        return node.filter(YamlNode.Sequence.class::isInstance)
                .map(list -> new Patch(operations, new Location(source, list.span())));
    }

    private Optional<Operation> operation(MappingReader reader) {
        reader.require("op", "path");
        Optional<Located<Verb>> verb = reader.choice("op", Patch.OPERATIONS);
        Optional<PatchPath> path = pointer(reader, "path");
        Optional<PatchPath> from = pointer(reader, "from");
        reader.node("value");
        Optional<YamlNode> value = reader.node().get("value"); // null is an ordinary value
        reader.finish();
        verb.ifPresent(given -> complete(reader, given, value));
        if (verb.filter(given -> given.value() == Verb.MOVE).isPresent()
                && path.isPresent()
                && from.filter(place -> place.contains(path.get())).isPresent()) {
            reader.error(
                    reader.span(),
                    "bad-patch",
                    "a value cannot be moved into itself: " + path.get() + " is part of it");
        }
        return verb.isEmpty() || path.isEmpty()
                ? Optional.empty()
                : Optional.of(new Operation(
                        verb.get().value(),
                        path.get(),
                        from.orElse(WHOLE),
                        value.<JsonNode>map(YamlJson::of).orElseGet(MissingNode::getInstance),
                        new Location(source, reader.span())));
    }

    private static void complete(MappingReader reader, Located<Verb> verb, Optional<YamlNode> value) {
        String name = verb.value().name().toLowerCase(Locale.ROOT);
        if (verb.value().takesValue() && value.isEmpty()) {
            reader.error(
                    verb.span(),
                    "missing-key",
                    "missing key \"value\": " + name + " requires one",
                    "null is a value too");
        }
        if (verb.value().takesFrom() && !reader.has("from")) {
            reader.error(
                    verb.span(),
                    "missing-key",
                    "missing key \"from\": " + name + " requires one",
                    "a path, as \"path\"");
        }
    }

    private static Optional<PatchPath> pointer(MappingReader reader, String key) {
        Optional<Located<String>> text = reader.string(key);
        Optional<PatchPath> pointer = text.flatMap(given -> PatchPath.of(given.value()));
        if (text.isPresent() && pointer.isEmpty()) {
            reader.error(
                    text.get().span(),
                    "bad-patch",
                    "\"" + key + "\" is not a JSON Pointer",
                    "it starts with /, as in /requestObject/spec; in keys, ~1 means / and ~0 means ~");
        }
        return pointer;
    }
}
