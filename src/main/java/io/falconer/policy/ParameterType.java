package io.falconer.policy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The type of a policy's value for a template, and the place of its hole. */
public enum ParameterType {
    /** True or false; in place of a macro. */
    FLAG,
    /** Names of keys in objects. A rule is repeated for each, and the key is a step of a field's path. */
    KEYS,
    /**
     * Names of keys in objects, each with or without a maximum. A rule is repeated for each, as for {@link #KEYS}; there, as the
     * only item of {@code in (...)}, it is the amounts up to the maximum of the key.
     */
    QUANTITIES,
    /** One string; right of {@code =} and other operators on strings. */
    TEXT,
    /** Strings; the only item of {@code in (...)}. */
    TEXTS,
    /** Globs of names; the only item of {@code in (...)}. */
    GLOBS,
    /** Images; the only item of {@code in (...)}, with a full reference on the left. */
    IMAGES,
    /** Images without tag or digest; the only item of {@code in (...)}, with a repository on the left. */
    REPOSITORIES,
    /** Tags of images; the only item of {@code in (...)}, with a full reference on the left. */
    TAGS,
    /** Whole numbers; the only item of {@code in (...)}. */
    NUMBERS,
    /** Names of checks: the template's rules to make. It has no hole. */
    CHECKS,
    /** One of the template's profiles. The name of each is used in place of a macro, and is true for the given profile. */
    PROFILE;

    /** The name in templates. */
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

    /** Whether its value has keys that repeat a rule. */
    public boolean hasKeys() {
        return this == KEYS || this == QUANTITIES;
    }

    /** Whether a hole of this type is in {@code in (...)}. */
    public boolean isSet() {
        return switch (this) {
            case QUANTITIES, TEXTS, GLOBS, IMAGES, REPOSITORIES, TAGS, NUMBERS -> true;
            case FLAG, KEYS, TEXT, CHECKS, PROFILE -> false;
        };
    }
}
