package io.falconer.text;

/** How much a diagnostic weighs, gravest first. */
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
