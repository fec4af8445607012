package io.falconer.suite;

/** Quotes texts for messages. */
final class QuotedText {
    private QuotedText() {}

    static String text(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
