package io.falconer.template;

import java.util.LinkedHashMap;
import java.util.Map;

/** The lists of containers in a pod. */
public enum ContainerFamily {
    CONTAINERS("containers"),
    INIT_CONTAINERS("initContainers"),
    EPHEMERAL_CONTAINERS("ephemeralContainers");

    private final String key;

    ContainerFamily(String key) {
        this.key = key;
    }

    /** The key in a pod's spec. */
    public String key() {
        return key;
    }

    static Map<String, ContainerFamily> byKey() {
        Map<String, ContainerFamily> families = new LinkedHashMap<>();
        for (ContainerFamily family : values()) {
            families.put(family.key, family);
        }
        return families;
    }
}
