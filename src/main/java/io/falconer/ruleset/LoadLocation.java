package io.falconer.ruleset;

/**
 * One level of the place of a load issue.
 *
 * @param name the file's name; for a condition expression, the start of the condition in double quotes
 * @param itemName the rule, macro, list, exception or key; empty if there is no name
 * @param position where it starts
 */
public record LoadLocation(ItemType itemType, String itemName, String name, Position position) {
    /** A place as Falco counts it: from 0, in bytes of UTF-8; lines end at LF only. */
    public record Position(int line, int column, int offset) {}
}
