package io.falconer.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.falconer.policy.Argument;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fills the holes of examples: one example for each value of a hole's argument. If the policy does not fill a hole, the hole's
 * key is left out.
 */
final class ExampleHoles {
    /** The hole for a namespace that the policy applies to. */
    static final String NAMESPACE = "namespace";
    /** The value for a column that an entry leaves out. */
    private static final String ANYTHING = "anything";

    /** Enough to see each value of a few holes. More examples would prove nothing new. */
    private static final int MOST = 200;

    private final Bindings bindings;
    private final Set<String> columns;
    private final String namespace;

    /**
     * @param columns the names of the columns of the template's tables; without an entry they have no value
     * @param namespace the value of {@code $namespace}, anywhere in a string
     */
    ExampleHoles(Bindings bindings, Set<String> columns, String namespace) {
        this.bindings = bindings;
        this.columns = columns;
        this.namespace = namespace;
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
        return Collections.disjoint(holes, columns) ? fill(example, holes, bindings, false) : List.of();
    }

    private List<Example> fill(Example example, Set<String> holes, Bindings bindings, boolean open) {
        List<Map<String, Optional<String>>> fillings = List.of(Map.of());
        for (String hole : holes) {
            List<Optional<String>> values = bindings.argument(hole)
                    .map(argument -> values(argument).stream().map(Optional::of).toList())
                    .orElse(List.of(open ? Optional.of(ANYTHING) : Optional.empty()));
            List<Map<String, Optional<String>>> longer = new ArrayList<>();
            for (Map<String, Optional<String>> filling : fillings) {
                for (Optional<String> value : values) {
                    Map<String, Optional<String>> more = new HashMap<>(filling);
                    more.put(hole, value);
                    longer.add(more);
                }
            }
            fillings = longer.subList(0, Math.min(longer.size(), MOST));
        }
        return fillings.stream()
                .map(filling -> new Example(example.kind(), (ObjectNode) replace(example.part(), filling)))
                .toList();
    }

    /** The names of the holes in an example, except the generator's own. */
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
            case Argument.Quantities quantities ->
                quantities.resources().stream()
                        .flatMap(each -> each.most().stream())
                        .map(Quantity::text)
                        .toList();
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
                .map(name -> name.isEmpty() ? "someone" : name)
                .map(name -> image.below() ? name + "/app" : name)
                .map(name -> name.replace("//", "/"))
                .map(name -> name
                        + image.tag().map(tag -> ":" + tag).orElse("")
                        + image.digest().map(digest -> "@" + digest).orElse(""))
                .filter(image::matches)
                .toList();
    }

    /** The node with a value for each hole. A node that is only a hole without a value is left out. */
    private JsonNode replace(JsonNode node, Map<String, Optional<String>> filling) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                for (Map.Entry<String, JsonNode> entry : object.properties()) {
                    boolean empty = hole(entry.getValue(), filling)
                            .filter(Optional::isEmpty)
                            .isPresent();
                    if (!empty) {
                        copy.set(entry.getKey(), replace(entry.getValue(), filling));
                    }
                }
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                array.forEach(item -> copy.add(replace(item, filling)));
                yield copy;
            }
            default -> text(node, filling);
        };
    }

    /** A value is never searched for holes: its content stays unchanged. */
    private JsonNode text(JsonNode node, Map<String, Optional<String>> filling) {
        if (!node.isTextual()) {
            return node;
        }
        return TextNode.valueOf(hole(node, filling).flatMap(value -> value).orElseGet(() -> node.asText()
                .replace("$" + NAMESPACE, namespace)));
    }

    private static Optional<Optional<String>> hole(JsonNode node, Map<String, Optional<String>> filling) {
        return Holes.in(node.asText("")).flatMap(name -> Optional.ofNullable(filling.get(name)));
    }
}
