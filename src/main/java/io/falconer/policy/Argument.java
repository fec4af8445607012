package io.falconer.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value that a policy gives for a hole. */
public sealed interface Argument {
    /** Fills a hole of type {@link ParameterType#FLAG}. */
    record Flag(boolean value) implements Argument {}

    /** Fills a hole of type {@link ParameterType#KEYS}. */
    record Keys(List<String> keys) implements Argument {
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    /** Fills a hole of type {@link ParameterType#QUANTITIES}. */
    record Quantities(List<RequiredResource> resources) implements Argument {
        public Quantities {
            resources = List.copyOf(resources);
        }
    }

    /** Fills a hole of type {@link ParameterType#TEXT}. */
    record Text(String text) implements Argument {}

    /** Fills a hole of type {@link ParameterType#TEXTS}. */
    record Texts(List<String> texts) implements Argument {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** Fills a hole of type {@link ParameterType#GLOBS}. */
    record Globs(List<String> globs) implements Argument {
        public Globs {
            globs = List.copyOf(globs);
        }
    }

    /** Fills a hole of type {@link ParameterType#IMAGES} or {@link ParameterType#REPOSITORIES}. */
    record Images(List<ImagePattern> images) implements Argument {
        public Images {
            images = List.copyOf(images);
        }
    }

    /** Fills a hole of type {@link ParameterType#TAGS}. */
    record Tags(List<String> tags) implements Argument {
        public Tags {
            tags = List.copyOf(tags);
        }
    }

    /** Fills a hole of type {@link ParameterType#NUMBERS}. */
    record Numbers(List<Integer> numbers) implements Argument {
        public Numbers {
            numbers = List.copyOf(numbers);
        }
    }

    /** The entries that repeat an {@code any} condition. */
    record Entries(List<Map<String, Argument>> entries) implements Argument {
        public Entries {
            entries = entries.stream().map(Map::copyOf).toList();
        }
    }

    /** The names of keys that repeat a rule, each as an argument of its own; empty if it has no keys. */
    default Map<String, Argument> byKey() {
        Map<String, Argument> keys = new LinkedHashMap<>();
        switch (this) {
            case Keys(List<String> names) -> names.forEach(name -> keys.put(name, new Keys(List.of(name))));
            case Quantities(List<RequiredResource> resources) ->
                resources.forEach(each -> keys.put(each.resource(), new Quantities(List.of(each))));
            case Flag flag -> {}
            case Text text -> {}
            case Texts texts -> {}
            case Globs globs -> {}
            case Images images -> {}
            case Tags tags -> {}
            case Numbers numbers -> {}
            case Entries entries -> {}
        }
        return keys;
    }

    /** Whether it requests something: a flag that is set, a list that is not empty. */
    default boolean asks() {
        return switch (this) {
            case Flag flag -> flag.value();
            case Keys keys -> !keys.keys().isEmpty();
            case Quantities quantities -> !quantities.resources().isEmpty();
            case Text text -> true;
            case Texts texts -> !texts.texts().isEmpty();
            case Globs globs -> !globs.globs().isEmpty();
            case Images images -> !images.images().isEmpty();
            case Tags tags -> !tags.tags().isEmpty();
            case Numbers numbers -> !numbers.numbers().isEmpty();
            case Entries entries -> !entries.entries().isEmpty();
        };
    }
}
