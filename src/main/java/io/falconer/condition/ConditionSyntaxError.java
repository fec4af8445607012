package io.falconer.condition;

/** Stops a parse: Falco's message and the offset of the cursor at the error. It never leaves this package. */
final class ConditionSyntaxError extends Exception {
    private final int offset;

    ConditionSyntaxError(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    int offset() {
        return offset;
    }
}
