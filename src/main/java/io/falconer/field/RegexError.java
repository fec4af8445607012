package io.falconer.field;

/** Stops the reading of a regular expression with RE2's message. It never leaves this package. */
final class RegexError extends Exception {
    RegexError(String kind, String culprit) {
        super(culprit.isEmpty() ? kind : kind + ": " + culprit, null, false, false);
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
