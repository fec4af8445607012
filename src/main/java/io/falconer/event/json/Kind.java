package io.falconer.event.json;

/** The kind of a JSON value. */
public enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL
}
