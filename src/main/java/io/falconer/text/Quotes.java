package io.falconer.text;

/** Puts pieces of conditions into sentences. */
public final class Quotes {
    private Quotes() {}

    /**
     * The text in quotes. A text that contains quotes itself gets backticks, so that a reader sees where it ends and what to
     * copy.
     */
    public static String around(String text) {
        if (text.indexOf('"') < 0) {
            return '"' + text + '"';
        }
        return text.indexOf('`') < 0 ? '`' + text + '`' : "`` " + text + " ``";
    }
}
