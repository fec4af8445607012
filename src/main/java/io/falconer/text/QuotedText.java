package io.falconer.text;

/** Quotes texts for messages. */
public final class QuotedText {
    private QuotedText() {}

    /** {@code text} in double quotes, on one line. */
    public static String text(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
