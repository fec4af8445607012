package io.falconer.condition;

/** What reading a single operand gave. */
public sealed interface OperandResult {
    /** A field or call; its span ends where the operand does. */
    record Parsed(Operand operand) implements OperandResult {}

    /** No operand: Falco's message and the UTF-16 offset of the cursor. */
    record Failed(String message, int offset) implements OperandResult {}
}
