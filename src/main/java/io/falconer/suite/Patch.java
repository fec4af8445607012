package io.falconer.suite;

import io.falconer.text.Location;

/** A JSON Patch (RFC 6902) on a test's events, {@code operations} being its JSON array. */
public record Patch(String operations, Location location) {}
