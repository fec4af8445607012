package io.falconer.ruleset;

import io.falconer.text.Span;

/** Stops the check of a condition or output at its first error. It never leaves the package. */
final class CompileFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Span span;
    private final transient Span culprit;

    CompileFailure(String message, Span span) {
        this(message, span, span);
    }

    CompileFailure(String message, Span span, Span culprit) {
        super(message, null, false, false);
        this.span = span;
        this.culprit = culprit;
    }

    Check.Failure toFailure() {
        return new Check.Failure(String.valueOf(getMessage()), span, culprit);
    }
}
