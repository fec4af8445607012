package io.falconer.event.manifest;

import java.util.Locale;

/** The verb of a request with a manifest's objects. */
public enum Verb {
    CREATE,
    UPDATE,
    PATCH,
    DELETE;

    /** Returns the verb as audit events spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
