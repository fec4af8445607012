package io.falconer.field;

/** What reading a constant gave. */
public sealed interface ConstantResult {
    /** The constant. */
    record Parsed(Constant constant) implements ConstantResult {}

    /** The text is no constant of the type: Falco's message. */
    record Refused(String message) implements ConstantResult {}
}
