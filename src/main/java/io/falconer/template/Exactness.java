package io.falconer.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a rule relates to the meaning of the policy. */
public enum Exactness {
    /** It fires exactly on what violates the policy. */
    EXACT,
    /** It may also fire on something else. */
    OVER,
    /** It may miss a violation. */
    UNDER,
    /** No rule can express it, and none is generated. */
    INEXPRESSIBLE;

    /** Returns the word that tables show and templates use. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Map<String, Exactness> byId() {
        Map<String, Exactness> all = new LinkedHashMap<>();
        for (Exactness each : values()) {
            all.put(each.id(), each);
        }
        return all;
    }
}
