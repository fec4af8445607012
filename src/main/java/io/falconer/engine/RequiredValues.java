package io.falconer.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The values of a slot without which a condition cannot hold: any value at all, or one of a few texts, or a list with one
 * of them among its elements.
 */
record RequiredValues(boolean any, Set<String> texts) {
    /** Some value must be there. */
    static final RequiredValues ANY = new RequiredValues(true, Set.of());

    /** Nothing will do. */
    static final RequiredValues NONE = new RequiredValues(false, Set.of());

    /** To know the rules of each text of a longer list costs more memory than it saves time. */
    static final int MANY = 256;

    RequiredValues {
        texts = Set.copyOf(texts);
    }

    /** One of {@code texts}. */
    static RequiredValues of(Set<String> texts) {
        return texts.size() > MANY ? ANY : new RequiredValues(false, texts);
    }

    boolean isNone() {
        return !any && texts.isEmpty();
    }

    /**
     * What says more, where both must be met. Not what both have in common: two elements of one list may meet one each.
     */
    static RequiredValues stricter(RequiredValues one, RequiredValues other) {
        if (one.any || other.any) {
            return one.any ? other : one;
        }
        return one.texts.size() <= other.texts.size() ? one : other;
    }

    /** Where one of {@code alternatives} must be met. */
    static RequiredValues union(List<RequiredValues> alternatives) {
        Set<String> texts = new HashSet<>();
        for (RequiredValues alternative : alternatives) {
            if (alternative.any) {
                return ANY;
            }
            texts.addAll(alternative.texts);
        }
        return of(texts);
    }
}
