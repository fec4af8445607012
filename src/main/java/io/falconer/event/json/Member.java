package io.falconer.event.json;

/** A key of an object, unescaped, and its value. */
public record Member(String key, Json value) {}
