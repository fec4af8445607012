package io.falconer.model;

import io.falconer.language.Automaton;
import io.falconer.language.Infixes;
import io.falconer.language.Products;
import io.falconer.language.TooLarge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the JSON text of an object says of the images inside. The text contains {@code "image":"..."} for each of them (docs/falco.md,
 * section 6.2), and no character of a reference is escaped in JSON. So if the text is in a set, the image is something that
 * stands there in a text of the set. Whatever else the text contains is not known here.
 */
public final class ObjectTexts {
    private final Map<Automaton, Optional<Automaton>> images = new HashMap<>();

    /**
     * A set of texts of an object, and the images inside.
     *
     * @param within that the text is in the set
     * @param images that images are there which do not fit the set
     */
    public record Images(Statement.Within within, Statement images) {
        /** If the text is in the set, all images fit. Holds for all documents. */
        public Statement axiom() {
            return Statement.not(Statement.all(within, images));
        }

        /** If all images fit, the text is in the set. Only holds if nothing else in the object looks like an image. */
        public Statement converse() {
            return Statement.any(within, images, Statement.not(new Statement.Present(within.leaf())));
        }
    }

    /** Whether a value is an object that contains images. */
    static boolean isObject(Leaf leaf) {
        return leaf.last().equals("spec");
    }

    /**
     * Places next to the containers of pods at which a text looks like an image in the JSON text of the object: a label of the
     * nodes that the pod can run on, {@code "nodeSelector":{"image":"..."}}.
     */
    public static List<Leaf> lookalikes(Collection<Leaf> leaves) {
        return leaves.stream()
                .filter(leaf -> leaf.last().equals("0"))
                .flatMap(first -> first.parent().flatMap(Leaf::parent).stream())
                .filter(pod -> pod.last().equals("spec"))
                .distinct()
                .map(pod -> pod.at("nodeSelector", "image"))
                .toList();
    }

    /** What is known of the texts of objects that are compared with sets. */
    public List<Images> of(Map<Leaf, Set<Automaton>> compared, Collection<Leaf> leaves) {
        Map<Leaf, List<Leaf>> inside = new LinkedHashMap<>();
        leaves.stream().filter(leaf -> LeafPlaces.type(leaf) == LeafType.IMAGE).forEach(image -> {
            for (Optional<Leaf> outer = image.parent();
                    outer.isPresent();
                    outer = outer.get().parent()) {
                if (compared.containsKey(outer.get())) {
                    inside.computeIfAbsent(outer.get(), object -> new ArrayList<>())
                            .add(image);
                }
            }
        });
        List<Images> all = new ArrayList<>();
        inside.forEach((object, images) -> compared.getOrDefault(object, Set.of())
                .forEach(set -> fitting(set).ifPresent(fitting -> all.add(images(object, set, images, fitting)))));
        return all;
    }

    private static Images images(Leaf object, Automaton set, List<Leaf> inside, Automaton fitting) {
        return new Images(
                new Statement.Within(object, set),
                new Statement.Any(inside.stream()
                        .map(image -> Statement.all(
                                new Statement.Present(image), Statement.not(new Statement.Within(image, fitting))))
                        .toList()));
    }

    private Optional<Automaton> fitting(Automaton set) {
        return images.computeIfAbsent(set, s -> {
            try {
                // A key follows a brace or a comma. Without them, "image":"image":"..." would count, which is not JSON.
                return Optional.of(Products.union(
                        Infixes.between("{\"image\":\"", s, "\""), Infixes.between(",\"image\":\"", s, "\"")));
            } catch (TooLarge e) {
                return Optional.empty();
            }
        });
    }
}
