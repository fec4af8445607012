package io.falconer.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a rule relates to what the policy means. */
public enum Exactness {
    /** It fires on just what violates the policy. */
    EXACT,
    /** It may fire on more. */
    OVER,
    /** It may miss something. */
    UNDER,
    /** No rule can say it; none is generated for it. */
    INEXPRESSIBLE;

    /** As tables show it and templates spell it. */
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
