package io.falconer.policy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Which form of an object the rules judge. */
public enum View {
    /** As the client sent it: {@code requestObject}. */
    REQUEST("/requestObject"),
    /** After admission, defaults filled in: {@code responseObject}; needs audit level RequestResponse. */
    ADMITTED("/responseObject");

    private final String path;

    View(String path) {
        this.path = path;
    }

    /** The JSON pointer of the object within an audit event. */
    public String path() {
        return path;
    }

    /** The views by what policies call them. */
    public static Map<String, View> byId() {
        Map<String, View> views = new LinkedHashMap<>();
        for (View view : values()) {
            views.put(view.id(), view);
        }
        return views;
    }

    /** As policies spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
