package io.falconer.ruleset;

/**
 * One level of the place that a load issue speaks of.
 *
 * @param name the file's name; for a condition expression the beginning of the condition in double quotes
 * @param itemName the rule, macro, list, exception or key; empty where there is no name
 * @param position where it begins
 */
public record LoadLocation(ItemType itemType, String itemName, String name, Position position) {
    /** A place as Falco counts it: from 0, in bytes of UTF-8; lines end at LF only. */
    public record Position(int line, int column, int offset) {}
}
