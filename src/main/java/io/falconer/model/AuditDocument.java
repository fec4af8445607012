package io.falconer.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The document of an audit event, made of values for some of its leaves. */
public final class AuditDocument {
    private static final Set<String> LISTS = Set.of("containers", "initContainers", "ephemeralContainers");
    /** What a request has besides, so that rules about requests read it. */
    private static final Map<String, String> EVERY_REQUEST = Map.of(
            "/verb", "create",
            "/requestURI", "/",
            "/user/username", "jane@example.com",
            "/objectRef/namespace", "default");

    private static final SortedMap<String, String> EVERY_EVENT = everyEvent();

    private static final Set<String> WITHOUT_NAMESPACE =
            Set.of("clusterroles", "clusterrolebindings", "runtimeclasses");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_ELEMENTS = 1_000;

    private final ObjectNode json;

    private AuditDocument(ObjectNode json) {
        this.json = json;
    }

    private static SortedMap<String, String> everyEvent() {
        SortedMap<String, String> all = new TreeMap<>(DraftEvent.EVERY_AUDIT_EVENT);
        all.putAll(EVERY_REQUEST);
        return Collections.unmodifiableSortedMap(all);
    }

    /**
     * A document in which these leaves have these texts; empty if a leaf is in a list of containers, but not in one of the first
     * thousand elements. Those without a text are objects or lists if others are inside, and
     * anything otherwise. Leaves that every event has, and the names and images of containers, are added.
     *
     * @param absent leaves that must not be there
     */
    public static Optional<AuditDocument> of(SequencedMap<Leaf, Optional<String>> present, Set<Leaf> absent) {
        AuditDocument document = new AuditDocument(JsonNodeFactory.instance.objectNode());
        Set<Leaf> outer = new TreeSet<>();
        for (Leaf leaf : present.keySet()) {
            for (Optional<Leaf> at = leaf.parent();
                    at.isPresent();
                    at = at.get().parent()) {
                outer.add(at.get());
            }
        }
        if (Stream.concat(outer.stream(), present.keySet().stream()).anyMatch(AuditDocument::isOdd)
                || present.entrySet().stream()
                        .anyMatch(entry -> !outer.contains(entry.getKey())
                                && !isElement(entry.getKey())
                                && isNotJson(entry.getKey(), entry.getValue().orElse("")))) {
            return Optional.empty();
        }
        EVERY_EVENT.forEach((pointer, text) -> {
            Leaf leaf = new Leaf(pointer);
            boolean belongs = !pointer.equals("/objectRef/namespace") || !isWithoutNamespace(present);
            if (belongs && !absent.contains(leaf) && !present.containsKey(leaf)) {
                document.put(leaf, JsonNodeFactory.instance.textNode(text));
            }
        });
        present.forEach((leaf, text) -> {
            if (outer.contains(leaf) || isElement(leaf)) {
                document.node(leaf);
            } else {
                document.put(leaf, value(leaf, text.orElse("")));
            }
        });
        Set<Leaf> elements = new TreeSet<>(outer);
        elements.addAll(present.keySet());
        elements.stream().filter(AuditDocument::isElement).forEach(element -> {
            String name = element.parent()
                    .orElseThrow()
                    .last()
                    .replace("Containers", "")
                    .replace("containers", "app");
            document.put(element.at("name"), JsonNodeFactory.instance.textNode(name + "-" + element.last()));
            Leaf image = element.at("image");
            if (!present.containsKey(image) && !absent.contains(image)) {
                document.put(image, JsonNodeFactory.instance.textNode("nginx:1.27"));
            }
        });
        return Optional.of(document);
    }

    private static boolean isWithoutNamespace(Map<Leaf, Optional<String>> present) {
        return present.getOrDefault(new Leaf("/objectRef/resource"), Optional.empty())
                .filter(WITHOUT_NAMESPACE::contains)
                .isPresent();
    }

    private static boolean isOdd(Leaf leaf) {
        return LISTS.contains(leaf.parent().map(Leaf::last).orElse(""))
                && leaf.index().filter(index -> index < MOST_ELEMENTS).isEmpty();
    }

    private static boolean isElement(Leaf leaf) {
        return leaf.index().isPresent()
                && LISTS.contains(leaf.parent().map(Leaf::last).orElse(""));
    }

    /** What stands at a leaf for a text: a JSON string, or what the text says if that is what Kubernetes writes there. */
    static JsonNode value(Leaf leaf, String text) {
        JsonNode asText = JsonNodeFactory.instance.textNode(text);
        if (!LeafPlaces.type(leaf).isLiteral(text)) {
            return asText;
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return asText;
        }
    }

    /** Some texts of the model are not JSON, and no document has them. */
    private static boolean isNotJson(Leaf leaf, String text) {
        return LeafPlaces.type(leaf).isLiteral(text) && value(leaf, text).isTextual() && !text.startsWith("\"");
    }

    private void put(Leaf leaf, JsonNode value) {
        JsonNode parent = node(leaf.parent().orElseThrow());
        if (parent instanceof ObjectNode object) {
            object.set(key(leaf), value);
        }
    }

    /** The object or list at a place, which is created with all that contain it. */
    private JsonNode node(Leaf leaf) {
        Optional<Leaf> parent = leaf.parent();
        if (parent.isEmpty()) {
            return json;
        }
        JsonNode outer = node(parent.get());
        if (outer instanceof ArrayNode list) {
            int index = leaf.index().orElseThrow();
            while (list.size() <= index) {
                list.addObject();
            }
            return list.get(index);
        }
        ObjectNode object = (ObjectNode) outer;
        JsonNode known = object.get(key(leaf));
        if (known != null && known.isContainerNode()) {
            return known;
        }
        return LISTS.contains(leaf.last()) ? object.putArray(key(leaf)) : object.putObject(key(leaf));
    }

    private static String key(Leaf leaf) {
        return leaf.last().replace("~1", "/").replace("~0", "~");
    }

    /** What is in the document, the outer values before what is inside. */
    public List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        leaves(json, Leaf.ROOT, leaves);
        return leaves;
    }

    private static void leaves(JsonNode node, Leaf at, List<Leaf> leaves) {
        node.properties().forEach(entry -> {
            leaves.add(at.at(entry.getKey()));
            leaves(entry.getValue(), at.at(entry.getKey()), leaves);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            leaves.add(at.at(i));
            leaves(node.get(i), at.at(i), leaves);
        }
    }

    /**
     * This document without a value. What follows in a list moves up. What every event has stays, and so do the name and image
     * of a container.
     */
    public AuditDocument without(Leaf leaf) {
        ObjectNode copy = json.deepCopy();
        JsonNode parent = copy.at(leaf.parent().orElseThrow().pointer());
        if (parent instanceof ArrayNode list) {
            list.remove(leaf.index().orElseThrow());
        } else if (parent instanceof ObjectNode object
                && !EVERY_EVENT.containsKey(leaf.pointer())
                && !leaf.last().equals("name")
                && !leaf.last().equals("image")) {
            object.remove(key(leaf));
        }
        return new AuditDocument(copy);
    }

    /** The text of a leaf as Falco shows it; empty if there is no value. */
    public Optional<String> text(Leaf leaf) {
        JsonNode at = json.at(leaf.pointer());
        return at.isMissingNode() ? Optional.empty() : Optional.of(at.isTextual() ? at.textValue() : at.toString());
    }

    /** The document in one line. */
    public String line() {
        return json.toString();
    }
}
