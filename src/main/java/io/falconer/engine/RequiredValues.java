package io.falconer.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The values of a slot that a condition requires: any value, or one of a few texts, or a list that contains one of them. */
record RequiredValues(boolean any, Set<String> texts) {
    /** A value is required. */
    static final RequiredValues ANY = new RequiredValues(true, Set.of());

    /** No value is accepted. */
    static final RequiredValues NONE = new RequiredValues(false, Set.of());

    /** For a longer list, knowing the rules of each text costs more memory than it saves time. */
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
     * The stricter requirement if both must hold. It is not what both have in common, because two elements of one list may
     * satisfy one each.
     */
    static RequiredValues stricter(RequiredValues one, RequiredValues other) {
        if (one.any || other.any) {
            return one.any ? other : one;
        }
        return one.texts.size() <= other.texts.size() ? one : other;
    }

    /** The requirement if one of {@code alternatives} must hold. */
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
