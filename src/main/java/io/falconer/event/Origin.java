package io.falconer.event;

import java.util.OptionalInt;

/**
 * Where an event was read: the path as the user gave it ({@code -} for standard input), the line, from 1, on which its document
 * starts, and its index, from 0, within an EventList or array.
 */
public record Origin(String path, int line, OptionalInt index) {}
