package io.falconer.text;

/**
 * A step by which a stretch of text came to stand where it does: it is an item of a list, part of a macro or exception, or
 * was appended.
 *
 * @param name the name of the list, macro or exception; for an append the name of what was appended to
 * @param location where the list or macro is named, where the exception is declared, where the appending item stands
 */
public record Via(Kind kind, String name, Location location) {
    /** What brings a text in. */
    public enum Kind {
        LIST("list"),
        MACRO("macro"),
        EXCEPTION("exception"),
        APPEND("append to");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As messages call it, before the name. */
        public String word() {
            return word;
        }
    }
}
