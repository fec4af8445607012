package io.falconer.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a template's rules speak about. */
public enum Judged {
    /** Pods, and pod templates where the policy targets workloads; {@code $pod} is the path of the pod's spec. */
    PODS,
    /** Events as they are. */
    EVENTS;

    static Map<String, Judged> byId() {
        Map<String, Judged> all = new LinkedHashMap<>();
        for (Judged each : values()) {
            all.put(each.name().toLowerCase(Locale.ROOT), each);
        }
        return all;
    }
}
