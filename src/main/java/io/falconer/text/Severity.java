package io.falconer.text;

/** The severity of a diagnostic, the most severe first. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The word that output shows. */
    public String word() {
        return switch (this) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
