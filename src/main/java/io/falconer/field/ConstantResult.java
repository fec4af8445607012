package io.falconer.field;

/** The result of reading a constant. */
public sealed interface ConstantResult {
    /** The constant. */
    record Parsed(Constant constant) implements ConstantResult {}

    /** The text is not a constant of the type: Falco's message. */
    record Refused(String message) implements ConstantResult {}
}
