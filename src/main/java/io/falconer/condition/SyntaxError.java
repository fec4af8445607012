package io.falconer.condition;

/** Ends a parse: Falco's message and the offset of the cursor when it was found. Never leaves this package. */
final class SyntaxError extends Exception {
    private final int offset;

    SyntaxError(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    ParseResult.Failed failed() {
        return new ParseResult.Failed(message(), offset);
    }

    String message() {
        return String.valueOf(getMessage());
    }

    int offset() {
        return offset;
    }
}
