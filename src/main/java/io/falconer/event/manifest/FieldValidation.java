package io.falconer.event.manifest;

/** What the API server does with fields that a kind does not have (kubectl's {@code --validate}). It never stores them. */
public enum FieldValidation {
    /** It refuses the object. */
    STRICT("Strict"),
    /** It drops them with a warning. */
    WARN("Warn"),
    /** It drops them silently. */
    IGNORE("Ignore");

    private final String word;

    FieldValidation(String word) {
        this.word = word;
    }

    /** The value of {@code fieldValidation} in a URI. */
    String word() {
        return word;
    }
}
