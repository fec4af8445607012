package io.falconer.template;

import io.falconer.policy.ImagePattern;
import java.util.List;
import java.util.Map;

/** What a policy fills a hole with. */
public sealed interface Argument {
    /** Fills a hole of type {@link HoleType#FLAG}. */
    record Flag(boolean value) implements Argument {}

    /** Fills a hole of type {@link HoleType#KEYS}. */
    record Keys(List<String> keys) implements Argument {
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    /** Fills a hole of type {@link HoleType#TEXT}. */
    record Text(String text) implements Argument {}

    /** Fills a hole of type {@link HoleType#GLOBS}. */
    record Globs(List<String> globs) implements Argument {
        public Globs {
            globs = List.copyOf(globs);
        }
    }

    /** Fills a hole of type {@link HoleType#IMAGES} or {@link HoleType#REPOSITORIES}. */
    record Images(List<ImagePattern> images) implements Argument {
        public Images {
            images = List.copyOf(images);
        }
    }

    /** Fills a hole of type {@link HoleType#TAGS}. */
    record Tags(List<String> tags) implements Argument {
        public Tags {
            tags = List.copyOf(tags);
        }
    }

    /** Fills a hole of type {@link HoleType#NUMBERS}. */
    record Numbers(List<Integer> numbers) implements Argument {
        public Numbers {
            numbers = List.copyOf(numbers);
        }
    }

    /** The entries that an {@code any} condition is repeated over. */
    record Entries(List<Map<String, Argument>> entries) implements Argument {
        public Entries {
            entries = entries.stream().map(Map::copyOf).toList();
        }
    }

    /** Whether it asks for anything: a flag that is set, a list that is not empty. */
    default boolean asks() {
        return switch (this) {
            case Flag flag -> flag.value();
            case Keys keys -> !keys.keys().isEmpty();
            case Text text -> true;
            case Globs globs -> !globs.globs().isEmpty();
            case Images images -> !images.images().isEmpty();
            case Tags tags -> !tags.tags().isEmpty();
            case Numbers numbers -> !numbers.numbers().isEmpty();
            case Entries entries -> !entries.entries().isEmpty();
        };
    }
}
