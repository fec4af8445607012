package io.falconer.model;

/** What a check holds for is not worked out. The message says what cannot be seen into. */
final class Unseen extends Exception {
    Unseen(String message) {
        super(message, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
