package io.falconer.template;

import java.util.LinkedHashMap;
import java.util.Map;

/** The lists of containers that a pod has. */
public enum Family {
    CONTAINERS("containers"),
    INIT_CONTAINERS("initContainers"),
    EPHEMERAL_CONTAINERS("ephemeralContainers");

    private final String key;

    Family(String key) {
        this.key = key;
    }

    /** The key in a pod's spec. */
    public String key() {
        return key;
    }

    static Map<String, Family> byKey() {
        Map<String, Family> families = new LinkedHashMap<>();
        for (Family family : values()) {
            families.put(family.key, family);
        }
        return families;
    }
}
