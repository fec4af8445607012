package io.falconer.condition;

/** The result of parsing a condition. */
public sealed interface ParseResult {
    /** The whole text is a condition. */
    record Parsed(Expr expr) implements ParseResult {}

    /**
     * The text is not a condition: Falco's own message (section 2.5) and the UTF-16 offset of the cursor at which its parser
     * stopped.
     */
    record Failed(String message, int offset) implements ParseResult {}
}
