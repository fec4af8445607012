package io.falconer.suite;

import io.falconer.text.Location;

/** A rule that a suite names, and the place where it does. */
public record RuleName(String name, Location location) {}
