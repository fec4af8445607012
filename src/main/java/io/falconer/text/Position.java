package io.falconer.text;

/** A place in a text, both numbers counted from 1 as editors show them; columns count code points. */
public record Position(int line, int column) {}
