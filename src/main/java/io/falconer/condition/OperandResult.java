package io.falconer.condition;

/** The result of reading a single operand. */
public sealed interface OperandResult {
    /** A field or call. Its span ends where the operand does. */
    record Parsed(Operand operand) implements OperandResult {}

    /** Not an operand: Falco's message and the UTF-16 offset of the cursor. */
    record Failed(String message, int offset) implements OperandResult {}
}
