package io.falconer.condition;

/** What parsing a condition gave. */
public sealed interface ParseResult {
    /** The whole text is a condition. */
    record Parsed(Expr expr) implements ParseResult {}

    /**
     * The text is no condition: Falco's own message (section 2.5) and the UTF-16 offset of the cursor at which its parser
     * gave up.
     */
    record Failed(String message, int offset) implements ParseResult {}
}
