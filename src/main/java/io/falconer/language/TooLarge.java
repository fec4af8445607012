package io.falconer.language;

/** The construction of an automaton stopped because it became too large. The message says how large. */
public final class TooLarge extends Exception {
    TooLarge(String message) {
        super(message, null, false, false);
    }

    /** How large it became. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
