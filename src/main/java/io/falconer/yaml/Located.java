package io.falconer.yaml;

import io.falconer.text.Span;

/** A value with the place in the file that it was read from. */
public record Located<T>(T value, Span span) {}
