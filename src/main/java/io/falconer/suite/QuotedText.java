package io.falconer.suite;

/** Texts as messages quote them. */
final class QuotedText {
    private QuotedText() {}

    static String text(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
