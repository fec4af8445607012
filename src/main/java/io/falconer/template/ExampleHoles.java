package io.falconer.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.falconer.policy.Argument;
import io.falconer.policy.ImagePattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills the holes of examples: one example for each value that a hole's argument has; a key
 * whose hole the policy does not fill is left out. */
final class ExampleHoles {
    /** The hole that only the generator can fill. */
    static final String NAMESPACE = "namespace";
    /** What stands in a column that an entry leaves open. */
    private static final String ANYTHING = "anything";

    private final Bindings bindings;

    ExampleHoles(Bindings bindings) {
        this.bindings = bindings;
    }

    Examples fill(Examples examples) {
        return new Examples(fill(examples.complies()), fill(examples.violates()));
    }

    private List<Example> fill(List<Example> examples) {
        return examples.stream().flatMap(each -> fill(each).stream()).toList();
    }

    private List<Example> fill(Example example) {
        Set<String> holes = holes(example);
        for (Argument argument : bindings.arguments().values()) {
            if (argument instanceof Argument.Entries entries
                    && entries.entries().stream()
                            .anyMatch(entry -> holes.stream().anyMatch(entry::containsKey))) {
                return entries.entries().stream()
                        .flatMap(entry -> fill(example, holes, bindings.with(entry), true).stream())
                        .toList();
            }
        }
        return fill(example, holes, bindings, false);
    }

    private static List<Example> fill(Example example, Set<String> holes, Bindings bindings, boolean open) {
        List<ObjectNode> parts = List.of(example.part());
        for (String hole : holes) {
            List<Optional<String>> values = bindings.argument(hole)
                    .map(argument -> values(argument).stream().map(Optional::of).toList())
                    .orElse(List.of(open ? Optional.of(ANYTHING) : Optional.empty()));
            List<ObjectNode> filled = new ArrayList<>();
            for (ObjectNode part : parts) {
                values.forEach(value -> filled.add((ObjectNode) replace(part, "$" + hole, value)));
            }
            parts = filled;
        }
        return parts.stream().map(part -> new Example(example.kind(), part)).toList();
    }

    /** The names of the holes in an example, but for the generator's own. */
    static Set<String> holes(Example example) {
        Set<String> holes = new LinkedHashSet<>();
        collect(example.part(), holes);
        holes.remove(NAMESPACE);
        return holes;
    }

    private static void collect(JsonNode node, Set<String> holes) {
        Holes.in(node.asText("")).ifPresent(holes::add);
        node.forEach(child -> collect(child, holes));
    }

    private static List<String> values(Argument argument) {
        return switch (argument) {
            case Argument.Flag flag -> List.of(String.valueOf(flag.value()));
            case Argument.Keys keys -> keys.keys();
            case Argument.Text text -> List.of(text.text());
            case Argument.Texts texts -> texts.texts();
            case Argument.Globs globs -> globs.globs();
            case Argument.Images images ->
                images.images().stream().flatMap(image -> names(image).stream()).toList();
            case Argument.Tags tags -> tags.tags();
            case Argument.Numbers numbers ->
                numbers.numbers().stream().map(String::valueOf).toList();
            case Argument.Entries entries -> List.of();
        };
    }

    private static List<String> names(ImagePattern image) {
        return ImageNames.spellings(image).stream()
                .map(name -> image.below() ? name + "/app" : name)
                .map(name -> name.replace("//", "/"))
                .filter(image::matches)
                .toList();
    }

    /** The node with {@code value} for the hole; what is only a hole without a value is left out. */
    private static JsonNode replace(JsonNode node, String hole, Optional<String> value) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                if (value.isPresent() || !isHole(entry.getValue(), hole)) {
                    copy.set(entry.getKey(), replace(entry.getValue(), hole, value));
                }
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> copy.add(replace(item, hole, value)));
            return copy;
        }
        return value.filter(text -> isHole(node, hole))
                .<JsonNode>map(TextNode::valueOf)
                .orElse(node);
    }

    private static boolean isHole(JsonNode node, String hole) {
        return node.isTextual() && node.asText().equals(hole);
    }
}
