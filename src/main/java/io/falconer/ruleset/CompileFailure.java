package io.falconer.ruleset;

import io.falconer.text.Span;

/** Ends the check of a condition or output at its first error; never leaves the package. */
final class CompileFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Span span;

    CompileFailure(String message, Span span) {
        super(message, null, false, false);
        this.span = span;
    }

    Check.Failure toFailure() {
        return new Check.Failure(String.valueOf(getMessage()), span);
    }
}
