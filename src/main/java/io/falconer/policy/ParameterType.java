package io.falconer.policy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a policy may give to a template, and where the hole that it fills may stand. */
public enum ParameterType {
    /** True or false; stands where a macro may stand. */
    FLAG,
    /** Names of keys in objects; a rule is repeated for each, and the key stands as a step of a field's path. */
    KEYS,
    /** One string; stands right of {@code =} and other operators on strings. */
    TEXT,
    /** Strings; stands as the only item of {@code in (...)}. */
    TEXTS,
    /** Globs of names; stands as the only item of {@code in (...)}. */
    GLOBS,
    /** Images; stands as the only item of {@code in (...)}, left of which is a full reference. */
    IMAGES,
    /** Images without tag or digest; stands as the only item of {@code in (...)}, left of which is a repository. */
    REPOSITORIES,
    /** Tags of images; stands as the only item of {@code in (...)}, left of which is a full reference. */
    TAGS,
    /** Whole numbers; stands as the only item of {@code in (...)}. */
    NUMBERS,
    /** Names of checks: which of the template's rules are made. Stands nowhere. */
    CHECKS,
    /** One of the template's profiles; the name of each stands where a macro may stand, true for the one that is given. */
    PROFILE;

    /** As templates spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Map<String, ParameterType> byId() {
        Map<String, ParameterType> types = new LinkedHashMap<>();
        for (ParameterType type : values()) {
            types.put(type.id(), type);
        }
        return types;
    }

    /** Whether a hole of this type stands in {@code in (...)}. */
    public boolean isSet() {
        return switch (this) {
            case TEXTS, GLOBS, IMAGES, REPOSITORIES, TAGS, NUMBERS -> true;
            case FLAG, KEYS, TEXT, CHECKS, PROFILE -> false;
        };
    }
}
