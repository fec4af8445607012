package io.falconer.text;

/** A place in a text. Both numbers count from 1, as in editors; columns count code points. */
public record Position(int line, int column) {}
