package io.falconer.text;

/**
 * A step that brought a stretch of text to its place: it is an item of a list, part of a macro or exception, or was appended.
 *
 * @param name the name of the list, macro or exception; for an append, the name of the item that was extended
 * @param location where the list or macro is named, where the exception is declared, or where the appending item is
 */
public record Via(Kind kind, String name, Location location) {
    /** How a text is brought in. */
    public enum Kind {
        LIST("list"),
        MACRO("macro"),
        EXCEPTION("exception"),
        APPEND("append to");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word that messages use before the name. */
        public String word() {
            return word;
        }
    }
}
