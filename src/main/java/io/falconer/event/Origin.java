package io.falconer.event;

import java.util.OptionalInt;

/**
 * Where an event was read: the path as the user gave it ({@code -} for standard input), the line, from 1, on which its document
 * starts, and its index, from 0, within an EventList or array.
 */
public record Origin(String path, int line, OptionalInt index) {
    /** The path and the line, with the index in brackets if there is one: {@code events.jsonl:3 [0]}. */
    @Override
    public String toString() {
        return path + ":" + line + (index.isPresent() ? " [" + index.getAsInt() + "]" : "");
    }
}
