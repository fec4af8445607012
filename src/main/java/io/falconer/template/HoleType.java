package io.falconer.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What may fill a hole, and where such a hole may stand. */
public enum HoleType {
    /** True or false; stands where a macro may stand. */
    FLAG,
    /** Names of keys in objects; a rule is repeated for each, and the key stands as a step of a field's path. */
    KEYS,
    /** One string; stands right of {@code =} and other operators on strings. */
    TEXT,
    /** Globs of names; stands as the only item of {@code in (...)}. */
    GLOBS,
    /** Images; stands as the only item of {@code in (...)}, left of which is a full reference. */
    IMAGES,
    /** Images without tag or digest; stands as the only item of {@code in (...)}, left of which is a repository. */
    REPOSITORIES,
    /** Tags of images; stands as the only item of {@code in (...)}, left of which is a full reference. */
    TAGS,
    /** Whole numbers; stands as the only item of {@code in (...)}. */
    NUMBERS;

    /** As templates spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Map<String, HoleType> byId() {
        Map<String, HoleType> types = new LinkedHashMap<>();
        for (HoleType type : values()) {
            types.put(type.id(), type);
        }
        return types;
    }

    /** Whether a hole of this type stands in {@code in (...)}. */
    boolean isSet() {
        return switch (this) {
            case GLOBS, IMAGES, REPOSITORIES, TAGS, NUMBERS -> true;
            case FLAG, KEYS, TEXT -> false;
        };
    }
}
