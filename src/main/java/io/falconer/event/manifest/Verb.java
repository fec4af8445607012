package io.falconer.event.manifest;

import java.util.Locale;

/** What is done with a manifest's objects. */
public enum Verb {
    CREATE,
    UPDATE,
    PATCH,
    DELETE;

    /** As audit events spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
