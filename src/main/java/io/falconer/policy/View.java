package io.falconer.policy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The form of an object that rules check. */
public enum View {
    /** As the client sent it: {@code requestObject}. */
    REQUEST("/requestObject"),
    /** After admission, with defaults filled in: {@code responseObject}. Requires audit level RequestResponse. */
    ADMITTED("/responseObject");

    private final String path;

    View(String path) {
        this.path = path;
    }

    /** The JSON pointer of the object within an audit event. */
    public String path() {
        return path;
    }

    /** The views by their names in policies. */
    public static Map<String, View> byId() {
        Map<String, View> views = new LinkedHashMap<>();
        for (View view : values()) {
            views.put(view.id(), view);
        }
        return views;
    }

    /** The name in policies. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
